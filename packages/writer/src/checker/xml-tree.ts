// XML of a stranger as plain nodes: names by namespace, whatever prefix the file chose. It knows nothing of papers.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { DOMParser, type Node } from '@xmldom/xmldom'

export type XmlNode = {
  /** Known namespaces by their usual prefix: `w:p`; others by local name alone. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** Text that stands directly in this element. */
  readonly text: string
}

const PREFIXES: readonly (readonly [string, RegExp])[] = [
  ['w', /wordprocessingml\/(?:2006\/)?main$/],
  ['wps', /\/wordprocessingShape$/],
  ['mc', /markup-compatibility\/2006$/],
  ['a', /drawingml\/(?:2006\/)?main$/],
  ['v', /schemas-microsoft-com:vml$/],
  ['o', /schemas-microsoft-com:office:office$/],
  ['r', /officeDocument\/(?:2006\/)?relationships$/],
]

/** Word nests tables and boxes a few deep; a file made to break readers nests thousands. */
const MOST_DEPTH = 300
const ELEMENT = 1
const TEXT = 3
const CDATA = 4

const prefixes = new Map<string, string>()

function prefixOf(uri: string | null | undefined): string {
  if (uri === null || uri === undefined) return ''
  const known = prefixes.get(uri)
  if (known !== undefined) return known
  const found = PREFIXES.find(([, pattern]) => pattern.test(uri))
  if (found === undefined) return ''
  prefixes.set(uri, `${found[0]}:`)
  return `${found[0]}:`
}

type Named = { readonly namespaceURI: string | null; readonly localName: string | null; readonly nodeName: string }
const nameOf = (node: Named): string => prefixOf(node.namespaceURI) + (node.localName ?? node.nodeName)

type Growing = { name: string; attributes: Map<string, string>; children: Growing[]; text: string }
type Attributed = Node & {
  readonly attributes: { readonly length: number; item(index: number): (Named & { readonly value: string }) | null }
}

function grown(node: Node): Growing {
  const attributes = new Map<string, string>()
  const given = (node as Attributed).attributes
  for (let at = 0; at < given.length; at += 1) {
    const attribute = given.item(at)
    if (attribute !== null) attributes.set(nameOf(attribute), attribute.value)
  }
  return { name: nameOf(node as Node & Named), attributes, children: [], text: '' }
}

/** Walks without recursion, so that depth costs no stack. */
function treeOf(root: Node): XmlNode | undefined {
  const top = grown(root)
  const open: { made: Growing; next: Node | null }[] = [{ made: top, next: root.firstChild }]
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const node: Node | null = at.next
    if (node === null) {
      open.pop()
      continue
    }
    at.next = node.nextSibling
    if (node.nodeType === TEXT || node.nodeType === CDATA) at.made.text += node.nodeValue ?? ''
    if (node.nodeType !== ELEMENT) continue
    const made = grown(node)
    at.made.children.push(made)
    open.push({ made, next: node.firstChild })
    if (open.length > MOST_DEPTH) return undefined
  }
  return top
}

/** Whether tags nest deeper than any program writes; found before parsing, which may itself recurse. */
function isTooDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<[^!?][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > MOST_DEPTH) return true
  }
  return false
}

/** The root element; refuses what is not well-formed, and nesting that no word processor makes. */
export function parseXml(xml: string): Result<XmlNode, 'broken'> {
  if (isTooDeep(xml)) return refuse('broken')
  try {
    const onError = (level: string, message: string) => {
      if (level !== 'warning') throw new SyntaxError(message)
    }
    const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement
    const tree = root === null ? undefined : treeOf(root)
    return tree === undefined ? refuse('broken') : accept(tree)
  } catch {
    return refuse('broken')
  }
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name)

export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** `w:val` of a child, the way Word keeps most values. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes.get('w:val')

/** Every descendant of the name, in reading order. */
export function* within(node: XmlNode, name: string): Generator<XmlNode> {
  for (const child of node.children) {
    if (child.name === name) yield child
    yield* within(child, name)
  }
}
