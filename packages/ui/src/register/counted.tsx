// Under the list: the figures that reports take from these entries, so that whoever records sees what it is for.
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { useAddress } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { showDay, showFigure } from '../format.ts'
import { Answer } from '../parts/empty.tsx'
import { useServer } from '../server.ts'
import { t } from '../text.ts'
import { daysOf } from './list-query.ts'
import { useRegisterTools } from './tools.tsx'

/** `trong năm 2026`, or the days chosen. */
export function whenOf(year: number, search: Readonly<Record<string, string | undefined>>): string {
  const { from, to } = search
  if ((from ?? '') === '' && (to ?? '') === '') return t('registers.counted_year', { year })
  return t('registers.from_to', {
    from: from === undefined || from === '' ? t('registers.start') : showDay(from),
    to: to === undefined || to === '' ? t('registers.now') : showDay(to),
  })
}

export function Counted({ register }: { readonly register: AnyRegister }) {
  const desk = useDesk()
  const { search } = useAddress()
  const { IndicatorName } = useRegisterTools()
  const counted = useServer(endpointsOf(register).count, { unit: desk.unit.id, ...daysOf(desk, search) })
  if (Object.keys(register.measures).length === 0) return null
  return (
    <section className="card grid gap-3">
      <h2 className="text-base">{t('registers.counted', { when: whenOf(desk.year, search) })}</h2>
      <Answer of={counted}>
        {({ counts, entries }) => (
          <>
            <p className="text-sm text-[var(--muted)]">{t('registers.counted_help', { count: entries })}</p>
            <dl className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
              {Object.entries(counts).map(([code, count]) => (
                <div key={code} className="flex items-baseline gap-2 border-b border-[var(--line)] py-1 text-sm">
                  <dt className="min-w-0 flex-1">
                    <span className="font-medium">{code}</span> <IndicatorName code={code} />
                  </dt>
                  <dd className={count === 0 ? 'text-[var(--muted)]' : 'font-semibold'}>{showFigure(count)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Answer>
    </section>
  )
}
