// "Soát lời văn": the narrative of a report read as a stranger would, and held against its figures, itself and the units of the day.
import type { Values } from '@kheo/core/indicator/model.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { ReadFigure } from '@kheo/reader/reading.ts'
import { readText } from '@kheo/reader/read.ts'
import { disagreements } from '@kheo/reader/sums/find.ts'
import type { World } from '../context.ts'
import { hintsOn } from '../indicators/index.ts'
import { type Failing, failing } from './proof-checks.ts'
import { type Differing, differing, endOf } from './proof-figures.ts'
import { endedNamed } from './proof-places.ts'
import { inWording, isLive, type ProofText, proofText, sectionAt, sentenceAround } from './proof-text.ts'
import { checkSentence, disagreementSentence, endedSentence, figureSentence, severityOf } from './proof-words.ts'
import { writtenFigure } from './rules.ts'
import type { ProofFinding } from './schema.ts'
import { figuresTold, type Loaded, loadReport, narrativeOf, standingValues } from './view.ts'

type Span = { readonly from: number; readonly to: number }
type Said = Pick<ProofFinding, 'code' | 'severity' | 'sentence'> & Partial<Pick<ProofFinding, 'indicator' | 'replace'>>

/** Marks further apart than this are not shown in one sentence. */
const FURTHEST = 500

/** A finding at its place; the first span is what is in question, the others are marked where they stand near. */
function findingAt(proof: ProofText, [at, ...others]: readonly Span[], said: Said): ProofFinding[] {
  const section = at === undefined ? undefined : sectionAt(proof, at.from)
  if (at === undefined || section === undefined) return []
  const marks = [at, ...others]
    .filter((span) => sectionAt(proof, span.from) === section && Math.abs(span.from - at.from) < FURTHEST)
    .toSorted((a, b) => a.from - b.from)
  const hull = { from: marks[0]?.from ?? at.from, to: marks.at(-1)?.to ?? at.to }
  const around = sentenceAround(proof, section, hull)
  const words: ProofFinding['words'] = []
  let read = around.from
  for (const mark of marks) {
    if (mark.from > read) words.push({ text: proof.text.slice(read, mark.from), isMarked: false })
    words.push({ text: proof.text.slice(mark.from, mark.to), isMarked: true })
    read = mark.to
  }
  if (read < around.to) words.push({ text: proof.text.slice(read, around.to), isMarked: false })
  const place = { section: section.index, from: at.from - section.from, to: at.to - section.from }
  return [{ indicator: null, replace: null, ...said, ...place, words }]
}

function figureFinding(world: World, proof: ProofText, { figure, indicator, held, isOfPrevious, put }: Differing) {
  const known = world.catalogue().catalogue.byCode.get(indicator)
  const wording = put === null ? null : inWording(proof, put)
  const token =
    wording === null || put === null
      ? null
      : { ...wording, written: proof.text.slice(put.from, put.to), token: put.token }
  const unit = known === undefined || known.unit === '%' ? '' : ` ${known.unit}`
  return findingAt(proof, [{ from: figure.start, to: figure.start + figure.number.length }], {
    code: 'proof.figure-differs',
    severity: 'error',
    indicator,
    replace: token,
    sentence: figureSentence({
      written: figure.text,
      code: indicator,
      name: known?.nameVi ?? indicator,
      held: `${writtenFigure(known, held)}${unit}`,
      isOfPrevious,
      hasToken: token !== null,
    }),
  })
}

function within(proof: ProofText, figures: readonly ReadFigure[]): ProofFinding[] {
  return disagreements(proof.text, figures).flatMap((found) => {
    const spans = found.told.map(({ start, end }) => ({ from: start, to: end }))
    // Live figures that do not agree with one another are the matter of the report's checks.
    if (spans.every((span) => isLive(proof, span))) return []
    const told = spans.map(({ from, to }) => proof.text.slice(from, to))
    // The later of two mentions, the percent of a fraction, a typed number rather than a live one.
    const lead = found.code === 'sums.said-twice' || found.code === 'sums.percent-differs' ? spans.toReversed() : spans
    const typed = [...lead.filter((span) => !isLive(proof, span)), ...lead.filter((span) => isLive(proof, span))]
    return findingAt(proof, typed, {
      code: found.code,
      severity: severityOf(found.code),
      sentence: disagreementSentence(found, told),
    })
  })
}

function endedFindings(world: World, proof: ProofText, { content }: Loaded): ProofFinding[] {
  const { index, titleOf } = world.org()
  const { unit, period } = content.frame
  return endedNamed(proof, index, unit, period.endOn).flatMap(({ from, to, written, day, successors }) =>
    findingAt(proof, [{ from, to }], {
      code: 'proof.unit-ended',
      severity: 'warn',
      sentence: endedSentence(
        written,
        day,
        successors.map((each) => titleOf(each, period.endOn)),
      ),
    }),
  )
}

function checkFinding(world: World, proof: ProofText, { check, told }: Failing): ProofFinding[] {
  const { catalogue } = world.catalogue()
  const spans = told.map(({ figure }) => ({ from: figure.start, to: endOf(figure) }))
  const typed = [...spans.filter((span) => !isLive(proof, span)), ...spans.filter((span) => isLive(proof, span))]
  return findingAt(proof, typed, {
    code: 'proof.check-fails',
    severity: 'warn',
    sentence: checkSentence({
      name: catalogue.checks.find((each) => each.id === check)?.nameVi ?? check,
      told: told.map(({ indicator, value }) => [indicator, writtenFigure(catalogue.byCode.get(indicator), value)]),
    }),
  })
}

/** Typed numbers beside the report's figures; where none of those of a check differs, beside one another. */
function typedFindings(world: World, proof: ProofText, figures: readonly ReadFigure[], loaded: Loaded, values: Values) {
  const { content } = loaded
  const { frame } = content
  const name = world.org().index.versionAt(frame.unit, frame.period.endOn)?.name
  const context = {
    hints: hintsOn(world.catalogue(), frame.period.endOn),
    day: frame.period.endOn,
    year: frame.period.year,
    places: name === undefined ? [] : [name],
  }
  const standing = { values, cumulative: content.cumulative, previous: content.previous, codes: frame.codes }
  const differ = differing(proof, figures, context, standing)
  const told = new Set(differ.map(({ figure }) => figure))
  const fails = failing(proof, figures, context).filter((each) => each.told.every(({ figure }) => !told.has(figure)))
  return [
    ...differ.flatMap((each) => figureFinding(world, proof, each)),
    ...fails.flatMap((each) => checkFinding(world, proof, each)),
  ]
}

/** What the narrative of a report says otherwise than its figures, itself or the record of units, in the order of the text. */
export async function proofReport(
  world: World,
  actor: Actor,
  query: { unit: string; type: string; period: string },
): Promise<{ findings: ProofFinding[] }> {
  const loaded = await loadReport(world, actor, query.unit, query.type, query.period)
  const values = standingValues(loaded)
  const told = figuresTold(world, loaded.content, values)
  const proof = proofText(narrativeOf(world, loaded, values), told)
  const { figures } = readText(proof.text)
  const findings = [
    ...typedFindings(world, proof, figures, loaded, values),
    ...within(proof, figures),
    ...endedFindings(world, proof, loaded),
  ]
  return { findings: findings.toSorted((a, b) => a.section - b.section || a.from - b.from) }
}
