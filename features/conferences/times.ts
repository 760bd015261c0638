// The hours of a programme, counted from its start and the minutes of each item; the screen counts them the same way. Pure.
import type { AgendaItem } from './facts.ts'
import type { Plan } from './plan-shapes.ts'

const DAY_MINUTES = 24 * 60
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
export const clockAt = (minutes: number): string => {
  const at = minutes % DAY_MINUTES
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** The programme with the time at which each item begins, and the time at which the last one ends. */
export function timed(
  startsAt: string,
  items: Plan['agenda'],
): { readonly agenda: readonly AgendaItem[]; readonly endsAt: string } {
  let at = minutesOf(startsAt)
  const agenda = items.map((item, index): AgendaItem => {
    const begun = clockAt(at)
    at += item.minutes
    return { ...item, seq: index + 1, startsAt: begun }
  })
  return { agenda, endsAt: clockAt(at) }
}
