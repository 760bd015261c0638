// Going through the claims of one reading: which are shown, which line is open, what a decision does and how the last is taken back.
import { t } from '@kheo/ui/text.ts'
import { useRef, useState } from 'react'
import type { Deeds } from './claim-row.tsx'
import type { Look } from './look.tsx'
import {
  bareFigures,
  claimsNow,
  type DecisionOf,
  decisionOf,
  type Item,
  isChoice,
  itemsOf,
  nextOpen,
  SHOWN,
  type Shown,
  sureOnes,
  tallyOf,
  twinsOf,
} from './reviewing.ts'
import type { Claim, ReadingView } from './schema.ts'
import { markKey, type Signs } from './text-pane.tsx'
import { useDecisions } from './use-decisions.tsx'

export type Correcting = { readonly item: Item; readonly indicator: string | undefined }

const signsOf = (claims: readonly Claim[]): Signs =>
  // A figure that counts in two ways shows the one that is still open.
  new Map(
    claims
      .toSorted((a, b) => Number(a.verdict === 'open') - Number(b.verdict === 'open'))
      .map((it) => [markKey(it), { verdict: it.verdict, name: `${it.indicator} ${it.indicatorName}` }]),
  )

/** Which claim a click on a mark opens: the next one of the same figure, when it counts in two ways. */
function clicked(items: readonly Item[], claims: readonly Claim[], key: string, current: string | undefined) {
  const own = claims.filter((it) => markKey(it) === key)
  const at = own.findIndex((it) => it.key === current)
  const claim = own[(at + 1) % Math.max(own.length, 1)]
  if (claim === undefined) return { key: `${key}:value`, shown: 'bare' as const }
  const isShown = items.some((it) => it.key === claim.key)
  return {
    key: claim.key,
    shown: isShown ? undefined : itemsOf([claim], [], 'main').length > 0 ? ('main' as const) : ('side' as const),
  }
}

type Keep = (made: readonly DecisionOf[], words: string) => void

const NEW = { verdict: 'open' } as const

/** Decisions of this sitting, each with what brings back what stood before it. */
function usePast(claims: readonly Claim[], decide: (made: readonly DecisionOf[]) => void) {
  const past = useRef<(readonly DecisionOf[])[]>([])
  const [said, setSaid] = useState('')
  const keep: Keep = (made, words) => {
    const before = new Map(claims.map((it) => [it.key, it]))
    past.current.push(
      made.map(({ key }) => {
        const claim = before.get(key)
        return claim === undefined ? { ...NEW, key } : decisionOf(claim)
      }),
    )
    decide(made)
    setSaid(words)
  }
  /** Answers the claim that is open again. */
  const takeBack = (): string | undefined => {
    const last = past.current.pop()
    const key = last?.[0]?.key
    if (last === undefined || key === undefined) {
      setSaid(t('readings.nothing_to_undo'))
      return undefined
    }
    decide(last)
    const claim = claims.find((it) => it.key === key)
    setSaid(t('readings.undone_decision', { name: claim?.indicatorName ?? '' }))
    return key
  }
  return { keep, takeBack, said }
}

type DeedsProps = {
  readonly claims: readonly Claim[]
  readonly keep: Keep
  readonly goOn: (from: string) => void
  readonly onCorrect: Deeds['onCorrect']
}

function confirmAll({ claims, keep }: DeedsProps, claim: Claim): void {
  const all = [claim, ...twinsOf(claim, claims)]
  const words = { name: claim.indicatorName, value: claim.valueText }
  keep(
    all.map(({ key }) => ({ key, verdict: 'confirmed' as const, replace: claim.replace })),
    all.length === 1
      ? t('readings.said_confirmed', words)
      : t('readings.said_confirmed_all', { ...words, count: all.length }),
  )
}

function chooseHeld({ keep }: DeedsProps, claim: Claim, replace: boolean): void {
  if (!isChoice(claim)) return
  const { key, indicator, value } = claim
  const decision: DecisionOf =
    claim.verdict === 'corrected'
      ? { key, verdict: 'corrected', indicator, value, replace }
      : { key, verdict: 'confirmed', replace }
  const words = replace
    ? t('readings.replace', { value: claim.valueText })
    : t('readings.keep', { value: claim.holding.text })
  keep([decision], words)
}

const deedsOf = (props: DeedsProps): Deeds => ({
  onConfirm: (claim) => {
    // What was corrected stays so: Enter on it only leads on.
    if (claim.verdict !== 'corrected') confirmAll(props, claim)
    props.goOn(claim.key)
  },
  onReject: (claim) => {
    props.keep([{ key: claim.key, verdict: 'rejected' }], t('readings.said_rejected', { name: claim.indicatorName }))
    props.goOn(claim.key)
  },
  onReopen: (claim) =>
    props.keep([{ key: claim.key, verdict: 'open' }], t('readings.said_open', { name: claim.indicatorName })),
  onReplace: (claim, replace) => chooseHeld(props, claim, replace),
  onCorrect: props.onCorrect,
})

/** Kinds of marks that are not to be seen. */
function useHidden() {
  const [hidden, setHidden] = useState<ReadonlySet<Look>>(new Set())
  const toggle = (look: Look) =>
    setHidden((all) => new Set(all.has(look) ? [...all].filter((it) => it !== look) : [...all, look]))
  return { hidden, toggle }
}

export function useReview(view: ReadingView) {
  const { pending, decide, ...sending } = useDecisions(view)
  const looks = useHidden()
  const [shown, setShown] = useState<Shown>('main')
  const [chosen, setChosen] = useState<string>()
  const [correcting, setCorrecting] = useState<Correcting>()
  const claims = claimsNow(view, pending)
  const bare = bareFigures(view)
  const items = itemsOf(claims, bare, shown)
  const current = items.find((it) => it.key === chosen) ?? items[0]
  const { keep, takeBack, said } = usePast(claims, decide)
  const goOn = (from: string) => setChosen(nextOpen(items, from) ?? from)
  const onCorrect: Deeds['onCorrect'] = (item, indicator) => setCorrecting({ item, indicator })
  const openMark = (key: string) => {
    const to = clicked(items, claims, key, current?.key)
    if (to.shown !== undefined) setShown(to.shown)
    setChosen(to.key)
  }
  const count = (of: Shown): number => itemsOf(claims, bare, of).length
  const counts = Object.fromEntries(SHOWN.map((it) => [it, count(it)])) as Record<Shown, number>
  const show = (next: Shown) => {
    setShown(next)
    setChosen(undefined)
  }
  return {
    ...sending,
    ...looks,
    claims,
    items,
    shown,
    counts,
    current,
    correcting,
    said,
    keep,
    openMark,
    show,
    deeds: deedsOf({ claims, keep, goOn, onCorrect }),
    tally: tallyOf(claims),
    sure: sureOnes(claims),
    signs: signsOf(claims),
    open: setChosen,
    takeBack: () => {
      const key = takeBack()
      if (key !== undefined) setChosen(key)
    },
    endCorrecting: () => setCorrecting(undefined),
  }
}

export type Review = ReturnType<typeof useReview>
