// One line of the list of claims: what is written, which indicator it is taken for, how sure; opened, also why, what is held, and what may be done.
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { showFigure } from '@kheo/ui/format.ts'
import { t } from '@kheo/ui/text.ts'
import { GradeBadge, VERDICT_SIGN } from './look.tsx'
import { around, isChoice, isConflict, type Item } from './reviewing.ts'
import type { Claim } from './schema.ts'

export type Deeds = {
  readonly onConfirm: (claim: Claim) => void
  readonly onReject: (claim: Claim) => void
  readonly onReopen: (claim: Claim) => void
  readonly onReplace: (claim: Claim, replace: boolean) => void
  /** With another indicator already chosen, when one of the alternatives was. */
  readonly onCorrect: (item: Item, indicator?: string) => void
}

type RowProps = {
  readonly item: Item
  readonly text: string
  readonly isCurrent: boolean
  readonly mayWork: boolean
  readonly rivals: number
  readonly deeds: Deeds
  readonly onOpen: () => void
}

export const rowId = (key: string): string => `claim-${key}`

const valueWords = ({ valueText, unitOfMeasure }: Claim): string =>
  unitOfMeasure === '' || valueText.endsWith(unitOfMeasure) ? valueText : `${valueText} ${unitOfMeasure}`

function Head({ item }: { readonly item: Item }) {
  const { claim, figure } = item
  if (claim === undefined)
    return (
      <>
        <span className="claim-name">{figure.unit}</span>
        <span className="claim-marks text-sm text-[var(--muted)]">{t('readings.no_indicator')}</span>
      </>
    )
  return (
    <>
      <span className="claim-name">
        <span className="text-[13px] text-[var(--muted)]">{claim.indicator}</span> {claim.indicatorName}
      </span>
      <span className="claim-value">{valueWords(claim)}</span>
      <span className="claim-marks">
        {claim.verdict === 'open' ? (
          <GradeBadge grade={claim.grade} />
        ) : (
          <Badge tone={claim.verdict === 'rejected' ? 'plain' : 'good'} shape={VERDICT_SIGN[claim.verdict]}>
            {t(`readings.verdict_${claim.verdict}`)}
          </Badge>
        )}
        {claim.kindOfValue === 'plan' && <Badge tone="plain">{t('readings.flag_plan')}</Badge>}
        {claim.ofOtherPeriod && <Badge tone="plain">{t('readings.flag_other_period')}</Badge>}
        {claim.ofPlace !== null && <Badge tone="plain">{t('readings.flag_of_place', { place: claim.ofPlace })}</Badge>}
        {claim.contradicts.length > 0 && <Badge tone="warn">{t('readings.contradicts')}</Badge>}
        {isConflict(claim) && <Badge tone="bad">{t('readings.conflict')}</Badge>}
        {claim.holding.state === 'same' && (
          <Badge tone="info" shape="=">
            {t('readings.same')}
          </Badge>
        )}
      </span>
    </>
  )
}

function Held({ claim }: { readonly claim: Claim }) {
  const { holding } = claim
  const origin = holding.origin === null ? '' : t(`readings.origin_${holding.origin}`)
  const value = holding.text
  const by = holding.by === null ? '' : `, ${holding.by}`
  return (
    <p>
      {holding.state === 'none' && t('readings.holds_nothing')}
      {holding.state === 'same' && t('readings.holds_same', { value, origin: `${origin}${by}` })}
      {holding.state === 'other' && t('readings.holds_other', { value, origin: `${origin}${by}` })}
      {holding.barred !== null && holding.state !== 'same' && ` ${t(`readings.barred_${holding.barred}`)}`}
    </p>
  )
}

function Choice({ claim, deeds }: { readonly claim: Claim; readonly deeds: Deeds }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{t('readings.conflict_choice')}</legend>
      {[false, true].map((replace) => (
        <label key={String(replace)} className="flex min-h-[var(--target)] items-center gap-2">
          <input
            type="radio"
            className="size-5 shrink-0 accent-[var(--action)]"
            name={`replace-${claim.key}`}
            checked={claim.replace === replace}
            onChange={() => deeds.onReplace(claim, replace)}
          />
          {replace
            ? t('readings.replace', { value: claim.valueText })
            : t('readings.keep', { value: claim.holding.text })}
        </label>
      ))}
    </fieldset>
  )
}

function Alternatives({ item, deeds }: { readonly item: Item & { readonly claim: Claim }; readonly deeds: Deeds }) {
  const { alternatives } = item.claim
  if (alternatives.length === 0) return null
  return (
    <div className="grid gap-1">
      <p className="text-[var(--muted)]">{t('readings.alternatives')}</p>
      <ul className="grid gap-1">
        {alternatives.map((it) => (
          <li key={it.indicator}>
            <button
              type="button"
              className="alternative"
              onClick={() => deeds.onCorrect(item, it.indicator)}
              aria-label={t('readings.use_alternative', { name: `${it.indicator} ${it.name}` })}
            >
              <span className="text-[13px]">{it.indicator}</span> {it.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Why({ because }: { readonly because: readonly string[] }) {
  if (because.length === 0) return null
  return (
    <details>
      <summary className="flex min-h-[var(--target)] items-center text-[var(--action)]">▸ {t('readings.why')}</summary>
      <ul className="list-disc pl-5">
        {because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

function Buttons({ item, deeds }: { readonly item: Item; readonly deeds: Deeds }) {
  const { claim } = item
  if (claim === undefined)
    return (
      <div className="no-print">
        <Button onClick={() => deeds.onCorrect(item)}>{t('readings.give_indicator')}</Button>
      </div>
    )
  return (
    <div className="no-print flex flex-wrap gap-2">
      {claim.verdict !== 'confirmed' && claim.verdict !== 'corrected' && (
        <Button variant="primary" onClick={() => deeds.onConfirm(claim)}>
          {t('readings.confirm')}
        </Button>
      )}
      <Button onClick={() => deeds.onCorrect(item)}>{t('readings.correct')}</Button>
      {claim.verdict !== 'rejected' && <Button onClick={() => deeds.onReject(claim)}>{t('readings.reject')}</Button>}
      {claim.verdict !== 'open' && (
        <Button variant="quiet" onClick={() => deeds.onReopen(claim)}>
          {t('readings.reopen')}
        </Button>
      )}
    </div>
  )
}

function Detail({ item, text, mayWork, rivals, deeds }: Omit<RowProps, 'isCurrent' | 'onOpen'>) {
  const { claim, figure } = item
  const place = claim ?? figure
  const [before, figureText, after] = around(text, place.start, place.end)
  return (
    <div className="claim-detail">
      <blockquote className="claim-sentence">
        {before}
        <mark>{figureText}</mark>
        {after}
      </blockquote>
      {claim !== undefined && (
        <>
          {claim.proposed !== null && claim.verdict === 'corrected' && (
            <p className="text-[var(--muted)]">
              {t('readings.proposed_was', {
                indicator: claim.proposed.indicator,
                value: showFigure(claim.proposed.value),
              })}
            </p>
          )}
          <Held claim={claim} />
          {claim.contradicts.map((said) => (
            <p key={said}>▲ {t('readings.contradicts_check', { said })}</p>
          ))}
          {mayWork && isChoice(claim) && claim.verdict !== 'rejected' && <Choice claim={claim} deeds={deeds} />}
          {rivals > 0 && <p>▲ {t('readings.same_cell', { count: rivals })}</p>}
          {mayWork && <Alternatives item={{ ...item, claim, figure: undefined }} deeds={deeds} />}
        </>
      )}
      {mayWork && <Buttons item={item} deeds={deeds} />}
      <Why because={place.because} />
    </div>
  )
}

export function ClaimRow({ item, isCurrent, onOpen, ...rest }: RowProps) {
  const { claim, figure } = item
  const { start, end } = claim ?? figure
  const look = `claim-row ${claim?.verdict === 'rejected' ? 'is-rejected' : ''}`
  return (
    <li className={isCurrent ? 'claim is-current' : 'claim'}>
      <button
        type="button"
        id={rowId(item.key)}
        className={look}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isCurrent}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className="claim-written">{rest.text.slice(start, end)}</span>
        <Head item={item} />
      </button>
      {isCurrent && <Detail {...rest} item={item} />}
    </li>
  )
}
