// Random histories of a small country for property tests: a program of numbers is read as a list of lawful events. For tests only.
import { addDays } from '../calendar.ts'
import type { EventKind, Extent } from './model.ts'
import { addEvent, addUnit, BASELINE, day, id, type Sketch, sketch } from './testing.ts'

export const OPS = [
  'merge',
  'absorb',
  'split',
  'carve-out',
  'transfer-part',
  'rename',
  'reparent',
  'abolish-level',
] as const

export interface Op {
  readonly op: (typeof OPS)[number]
  readonly a: number
  readonly b: number
  readonly weights: readonly number[]
}

export interface Program {
  readonly communes: number
  readonly ops: readonly Op[]
}

interface World {
  readonly into: Sketch
  /** Commune → its parent. */
  readonly alive: Map<string, string>
  districts: string[]
  born: number
}

function end(world: World, unit: string, on: string): void {
  const place = world.into.versions.findIndex((version) => version.unitId === unit && version.to === null)
  const open = world.into.versions[place]
  if (open !== undefined) world.into.versions[place] = { ...open, to: day(on) }
}

function bear(world: World, parent: string, on: string): string {
  world.born += 1
  const name = `N${world.born}`
  addUnit(world.into, name, 'commune', parent, on)
  world.alive.set(name, parent)
  return name
}

function remove(world: World, unit: string, on: string): void {
  end(world, unit, on)
  world.alive.delete(unit)
}

function renew(world: World, unit: string, parent: string, on: string, kind: EventKind): void {
  end(world, unit, on)
  addUnit(world.into, unit, 'commune', parent, on)
  world.alive.set(unit, parent)
  world.into.events.push({
    id: `A${world.into.events.length + 1}`,
    effectiveOn: day(on),
    kind,
    atoms: [{ kind, unitId: id(unit) }],
    instrument: 'test',
  })
}

function join(world: World, first: string, second: string, on: string, op: 'merge' | 'absorb'): void {
  if (first === second) return
  const parent = world.alive.get(first) ?? 'P0'
  const whole: Extent = 'whole'
  if (op === 'absorb') {
    remove(world, second, on)
    addEvent(world.into, on, 'absorb', [[second, first, whole]])
    return
  }
  remove(world, first, on)
  remove(world, second, on)
  const target = bear(world, parent, on)
  addEvent(world.into, on, 'merge-new', [
    [first, target, whole],
    [second, target, whole],
  ])
}

function divide(world: World, unit: string, other: string, on: string, { op, weights }: Op): void {
  const parent = world.alive.get(unit) ?? 'P0'
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const share = (weight: number): number => weight / total
  const [first = 1] = weights
  if (op === 'transfer-part') {
    if (unit !== other) addEvent(world.into, on, 'transfer-part', [[unit, other, 'part', share(first)]])
    return
  }
  if (op === 'carve-out') {
    addEvent(world.into, on, 'carve-out', [[unit, bear(world, parent, on), 'part', share(first)]])
    return
  }
  remove(world, unit, on)
  const pieces = weights.map(
    (weight, place) => [unit, bear(world, parent, on), place === 0 ? 'remainder' : 'part', share(weight)] as const,
  )
  addEvent(world.into, on, 'split-new', pieces)
}

function abolishDistricts(world: World, on: string): void {
  for (const district of world.districts) {
    end(world, district, on)
    addEvent(world.into, on, 'abolish-level', [[district, `P${district.slice(1)}`, 'whole']])
  }
  for (const [unit, parent] of world.alive)
    if (parent.startsWith('D')) renew(world, unit, `P${parent.slice(1)}`, on, 'reparent')
  world.districts = []
}

function apply(world: World, step: Op, on: string): void {
  const units = [...world.alive.keys()]
  const unit = units[step.a % units.length]
  const other = units[step.b % units.length]
  if (unit === undefined || other === undefined) return
  if (step.op === 'merge' || step.op === 'absorb') join(world, unit, other, on, step.op)
  else if (step.op === 'rename') renew(world, unit, world.alive.get(unit) ?? 'P0', on, 'rename')
  else if (step.op === 'reparent') renew(world, unit, world.districts[step.b % 2] ?? `P${step.b % 2}`, on, 'reparent')
  else if (step.op === 'abolish-level') abolishDistricts(world, on)
  else divide(world, unit, other, on, step)
}

/** Day of the n-th event, counted from 1; day 0 is the baseline. */
export const dayOf = (n: number) => addDays(BASELINE, n)

/** Two provinces, a district in each, and the history that the program tells, one event a day. */
export function countryOf(program: Program): Sketch {
  const into = sketch()
  addUnit(into, 'VN', 'centre', null)
  for (const n of ['0', '1']) {
    addUnit(into, `P${n}`, 'province', 'VN')
    addUnit(into, `D${n}`, 'district', `P${n}`)
  }
  const world: World = { into, alive: new Map(), districts: ['D0', 'D1'], born: 0 }
  for (let n = 0; n < program.communes; n += 1) bear(world, `D${n % 2}`, BASELINE)
  for (const [n, step] of program.ops.entries()) apply(world, step, dayOf(n + 1))
  return into
}
