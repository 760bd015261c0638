// The list of claims and its keys: up and down, confirm, correct, reject, take back. What a key does is decided by the screen.
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ClaimRow, type Deeds, rowId } from './claim-row.tsx'
import { type Item, rivalsOf, SHOWN, type Shown } from './reviewing.ts'
import type { Claim } from './schema.ts'

type ListProps = {
  readonly items: readonly Item[]
  readonly claims: readonly Claim[]
  readonly text: string
  readonly shown: Shown
  readonly counts: Readonly<Record<Shown, number>>
  readonly current: string | undefined
  readonly mayWork: boolean
  readonly isPlaced: boolean
  readonly deeds: Deeds
  readonly onShown: (shown: Shown) => void
  readonly onMove: (key: string) => void
  readonly onTakeBack: () => void
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/** Where the keyboard leads: letters and arrows anywhere in the list, Enter only on the line itself. */
function useKeys({ items, current, mayWork, deeds, onMove, onTakeBack }: ListProps) {
  const move = (by: number) => {
    const at = items.findIndex((it) => it.key === current)
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
    if (next !== undefined) onMove(next.key)
  }
  const act = (key: string, isOnRow: boolean): boolean => {
    const item = items.find((it) => it.key === current)
    if (key === 'arrowdown' || key === 'j') return (move(1), true)
    if (key === 'arrowup' || key === 'k') return (move(-1), true)
    if (!mayWork) return false
    if (key === 'z') return (onTakeBack(), true)
    if (item === undefined) return false
    if (key === 'e' || (key === 'enter' && isOnRow && item.claim === undefined)) return (deeds.onCorrect(item), true)
    if (item.claim === undefined) return false
    if (key === 'enter' && isOnRow) return (deeds.onConfirm(item.claim), true)
    if (key === 'x') return (deeds.onReject(item.claim), true)
    if (key === 't') return (deeds.onReplace(item.claim, !item.claim.replace), true)
    return false
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || isTyping(event.target))
      return
    const isOnRow = current !== undefined && (event.target as HTMLElement).id === rowId(current)
    if (act(event.key.toLowerCase(), isOnRow)) event.preventDefault()
  }
}

/** The line that is open is in sight; it has the focus when another line, or a mark in the text, had it. */
function useFollow(current: string | undefined) {
  const list = useRef<HTMLOListElement>(null)
  const before = useRef(current)
  useEffect(() => {
    if (before.current === current) return
    before.current = current
    const row = current === undefined ? null : document.getElementById(rowId(current))
    const focused = document.activeElement
    if (row === null || list.current === null) return
    // What was pressed may be gone with its line.
    const isHere =
      focused === document.body || list.current.contains(focused) || focused?.matches('.figure-mark') === true
    if (isHere) row.focus({ preventScroll: true })
    row.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return list
}

const Keys = () => (
  <ul className="keys no-print" aria-label={t('readings.keys')} id="reading-keys">
    {(['move', 'confirm', 'correct', 'reject', 'replace', 'undo'] as const).map((key) => (
      <li key={key}>{t(`readings.keys_${key}`)}</li>
    ))}
  </ul>
)

export function ClaimList(props: ListProps) {
  const { items, claims, text, shown, counts, current, mayWork, isPlaced, deeds, onShown, onMove } = props
  const press = useKeys(props)
  const list = useFollow(current)
  return (
    <section className="card reading-pane" aria-labelledby="reading-claims">
      <h2 id="reading-claims">{t('readings.claims')}</h2>
      <div className="no-print">
        <SelectField
          label={t('readings.show_label')}
          name="claims-shown"
          value={shown}
          onChange={(value) => onShown(SHOWN.find((it) => it === value) ?? 'main')}
          choices={SHOWN.map((value) => ({ value, label: `${t(`readings.show_${value}`)} (${counts[value]})` }))}
        />
      </div>
      {mayWork && items.length > 0 && <Keys />}
      {items.length === 0 ? (
        <p className="text-[var(--muted)]">
          {t(isPlaced ? (shown === 'main' ? 'readings.claims_none' : 'readings.none_here') : 'readings.claims_waiting')}
        </p>
      ) : (
        // Keys of the list come up from the buttons in it, which have the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ol
          ref={list}
          className="reading-scroll claim-list"
          aria-describedby={mayWork ? 'reading-keys' : undefined}
          onKeyDown={press}
        >
          {items.map((item, index) => (
            <ClaimRow
              key={item.key}
              item={item}
              text={text}
              isCurrent={item.key === current || (current === undefined && index === 0)}
              mayWork={mayWork}
              rivals={item.claim === undefined ? 0 : rivalsOf(item.claim, claims).length}
              deeds={deeds}
              onOpen={() => onMove(item.key)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
