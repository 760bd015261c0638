// The package of an office's own .docx, judged before anything reads it: what it holds, what it would fetch, what it would run.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { unzipSync } from 'fflate'
import { parseXml, type XmlNode } from '../checker/xml-tree.ts'
import { packText } from '../fixed-zip.ts'
import { cleanText } from '../xml-text.ts'
import { unpackGuarded } from '../zip-guard.ts'

export type PackageProblem =
  | { readonly code: 'merge.not_a_document' }
  | { readonly code: 'merge.outside_link'; readonly target: string }
  | { readonly code: 'merge.program' }

const MEGABYTE = 1024 * 1024
const LIMITS = { mostParts: 500, mostMegabytes: 60 } as const
const MOST_TARGET = 120

type Parts = ReadonlyMap<string, Uint8Array>

/** Parts as the directory at the end of the package lists them; undefined when they claim more than is allowed. */
function listedParts(bytes: Uint8Array): Parts | undefined {
  let [count, size] = [0, 0]
  const isWithin = (more: number): boolean => {
    count += 1
    size += more
    return count <= LIMITS.mostParts && size <= LIMITS.mostMegabytes * MEGABYTE
  }
  try {
    const parts = unzipSync(bytes, { filter: (file) => isWithin(file.originalSize) && !file.name.endsWith('/') })
    return isWithin(0) ? new Map(Object.entries(parts)) : undefined
  } catch {
    return undefined
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
const isXml = (path: string): boolean => /\.(?:xml|rels)$/i.test(path)

/** A package can tell one thing from its beginning and another from its directory; readers differ in which they believe. */
function tellsOneThing(parts: Parts, texts: ReadonlyMap<string, string>): boolean {
  const listed = [...parts].filter(([path]) => isXml(path))
  return listed.length === texts.size && listed.every(([path, bytes]) => texts.get(path) === textOf(bytes))
}

type Link = { readonly type: string; readonly target: string; readonly mode: string }

function linksOf(root: XmlNode): readonly Link[] {
  const attribute = (node: XmlNode, name: string): string => node.attributes.get(name) ?? ''
  return root.children.map((node) => ({
    type: attribute(node, 'Type').split('/').at(-1) ?? '',
    target: attribute(node, 'Target'),
    mode: attribute(node, 'TargetMode'),
  }))
}

/** Kinds of part that bring a program, and the kind that brings a page of another format with what that page fetches. */
const PROGRAMS = new Set(['vbaProject', 'wordVbaData', 'control', 'activeXControlBinary'])
const FOREIGN_PAGE = 'aFChunk'

/** An address to click may lead outside; a picture, a style or a template may not, for a reader's program would fetch it unasked. */
const leadsOutside = ({ type, target, mode }: Link): boolean =>
  type === FOREIGN_PAGE ||
  (type !== 'hyperlink' && (mode.toLowerCase() === 'external' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(target)))

/** Instructions of fields that fetch a file or start a program when the paper is opened, updated or printed. */
const FETCHING = /\n\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD|DATABASE|DDE|DDEAUTO)(?=\s|$)/i

/** The instructions of a part in reading order, each field on a line of its own; those of one may be torn into many pieces. */
function instructionsOf(node: XmlNode): string {
  const own =
    node.name === 'w:fldChar'
      ? '\n'
      : node.name === 'w:instrText'
        ? node.text.replaceAll('\n', ' ')
        : node.name === 'w:fldSimple'
          ? `\n${node.attributes.get('w:instr') ?? ''}\n`
          : ''
  return own + node.children.map(instructionsOf).join('')
}

/** What a part would fetch or run; null when nothing. */
function faultOf(path: string, text: string): PackageProblem | null {
  const isLinks = path.endsWith('.rels')
  if (!isLinks && !/instr/i.test(text)) return null
  const root = parseXml(text)
  if (!root.ok) return { code: 'merge.not_a_document' }
  if (!isLinks) {
    const field = FETCHING.exec(instructionsOf(root.value))?.[1]
    return field === undefined ? null : { code: 'merge.outside_link', target: field.toUpperCase() }
  }
  const links = linksOf(root.value)
  if (links.some(({ type }) => PROGRAMS.has(type))) return { code: 'merge.program' }
  const outside = links.find(leadsOutside)
  return outside === undefined
    ? null
    : { code: 'merge.outside_link', target: cleanText(outside.target).slice(0, MOST_TARGET) }
}

/**
 * The package packed anew from what was judged, so that whatever reads it next reads the same. Refuses what is no word
 * document, what holds a program, and what would fetch something from elsewhere unasked.
 */
export function judgedPackage(bytes: Uint8Array): Result<Uint8Array, PackageProblem> {
  const unpacked = unpackGuarded(bytes, LIMITS)
  const parts = unpacked.ok ? listedParts(bytes) : undefined
  if (!unpacked.ok || parts === undefined || !tellsOneThing(parts, unpacked.value))
    return refuse({ code: 'merge.not_a_document' })
  const texts = unpacked.value
  const types = texts.get('[Content_Types].xml')
  if (types === undefined || !texts.has('word/document.xml')) return refuse({ code: 'merge.not_a_document' })
  if (/macroEnabled|vbaProject/i.test(types)) return refuse({ code: 'merge.program' })
  for (const [path, text] of texts) {
    const fault = faultOf(path, text)
    if (fault !== null) return refuse(fault)
  }
  return accept(packText(parts))
}
