// From a report's content to its print: everything that paper needs, with the names of the day.
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import type { World } from '../context.ts'
import { issuerAt } from '../documents/index.ts'
import { addsUp } from '../figures/index.ts'
import { dayOf } from '../people/allow.ts'
import type { Beside } from './beside.ts'
import type { Content } from './content.ts'
import { withheldIn } from './guard.ts'
import type { Wording } from './queries.ts'
import { sentencesOf, tellSection } from './rules.ts'
import type { Print, PrintCell, Snapshot } from './snapshot.ts'

type Family = 'party' | 'state'

/**
 * The print of a report whose values are those of a snapshot, with the names of the period's last day.
 */
export function printOf(
  world: World,
  content: Content,
  snapshot: Snapshot,
  wordings: readonly Wording[],
  { earlier, conclusions }: Beside,
): Print {
  const { frame } = content
  const { catalogue } = world.catalogue()
  const { index } = world.org()
  // Names are those of the day on which the print is made, where the unit still stands: a report of 2019 approved in 2020 goes out under the name of 2020.
  const made = dayOf(world.now())
  const day = index.versionAt(frame.unit, made) === undefined ? frame.period.endOn : made
  const titleOf = (unit: string): string => world.org().titleOf(unit, day)
  const told = { catalogue, values: snapshot.values, lastYear: content.lastYear.values, previous: content.previous }
  const parent = index.versionAt(frame.unit, day)?.parentId ?? null
  const issuer = (family: Family) =>
    issuerAt(world.catalogue().issuers, index, { family, unit: frame.unit, day, titleOf })
  const added = frame.codes.filter((code) => adds(world, code))
  const children = content.children.map(({ id, name, totals }) => ({ id, name, values: pick(totals.values, added) }))
  return {
    issuers: { party: issuer('party'), state: issuer('state') },
    unitName: titleOf(frame.unit),
    parentName: parent === null ? null : titleOf(parent),
    level: index.levelOf(frame.unit) ?? '',
    typeCode: frame.type.code,
    typeTitle: frame.type.title,
    periodTitle: frame.period.title,
    periodEnd: frame.period.endOn,
    sections: frame.type.sections.map((section) => ({
      title: section.title,
      cells: section.indicators.map((code) => cellOf(world, code)),
    })),
    values: snapshot.values,
    previous: pick(content.previous, frame.codes),
    lastYear: pick(content.lastYear.values, frame.codes),
    lastYearClass: content.lastYear.class,
    cumulative: content.cumulative,
    parts: partTitles(world, snapshot),
    notes: Object.fromEntries([...content.notes].map(([code, note]) => [code, note.note])),
    narrative: frame.type.narrative.map((section, at) => {
      const own = wordings.find((wording) => wording.section === at)
      return tellSection(section.heading, own === undefined ? section.sentences : sentencesOf(own.text), told)
    }),
    n: snapshot.n,
    missing: snapshot.missing,
    children,
    ownLabel: `Khối trực thuộc ${titleOf(frame.unit)}`,
    own: snapshot.own,
    withheld: withheldIn(world, frame, { own: snapshot.own, children }, earlier, made),
    ...(conclusions === null ? {} : { conclusions }),
  }
}

function cellOf(world: World, code: string): PrintCell {
  const indicator = world.catalogue().catalogue.byCode.get(code)
  return { code, nameVi: indicator?.nameVi ?? code, unit: indicator?.unit ?? '', decimals: indicator?.decimals ?? 0 }
}

const partTitles = (world: World, snapshot: Snapshot): Print['parts'] => {
  const titled = snapshot.parts.map(({ indicator, part, value }) => ({
    indicator,
    value,
    title:
      world
        .catalogue()
        .dimensionOf(indicator)
        ?.parts.find((each) => each.code === part)?.title ?? part,
  }))
  return Object.fromEntries(
    [...new Set(titled.map((part) => part.indicator))].map((code) => [
      code,
      titled.filter((part) => part.indicator === code).map(({ title, value }) => ({ title, value })),
    ]),
  )
}

const adds = (world: World, code: string): boolean => {
  const indicator = world.catalogue().catalogue.byCode.get(code)
  return indicator !== undefined && addsUp(indicator)
}

const pick = (values: Values, codes: readonly string[]): Values =>
  Object.fromEntries(
    codes.filter((code) => valueOf(values, code) !== null).map((code) => [code, valueOf(values, code)]),
  )
