// Shapes of accounts and positions as they travel.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const RoleName = z.enum([
  'recorder',
  'compiler',
  'approver',
  'consolidator',
  'editor',
  'administrator',
  'auditor',
])

/** A position as the signed-in person sees it. */
export const MyPosition = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  level: z.string(),
  role: RoleName,
  title: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  isActive: z.boolean(),
})
export type MyPosition = z.infer<typeof MyPosition>

export const Me = z.object({
  accountId: z.string(),
  name: z.string(),
  username: z.string(),
  hasSecondFactor: z.boolean(),
  today: z.string(),
  positions: z.array(MyPosition),
})
export type Me = z.infer<typeof Me>

export const PositionRow = MyPosition.extend({ accountId: z.string(), username: z.string(), name: z.string() })
export type PositionRow = z.infer<typeof PositionRow>

export const GrantPosition = z.object({
  commandId: CommandId,
  unitId: UnitRef,
  username: z.string().regex(/^[a-z0-9.-]{3,30}$/),
  name: Line.pipe(z.string().min(3)),
  /** Needed only when the account is new. */
  password: z.string().min(10).max(200).optional(),
  role: RoleName,
  title: Line.pipe(z.string().min(3)),
  from: Day,
  to: Day.nullable(),
})

export const people = {
  me: endpoint({
    method: 'GET',
    path: '/me',
    summary: 'The signed-in account and its positions',
    access: 'signed-in',
    query: Nothing,
    body: Nothing,
    answer: Me,
  }),
  list: endpoint({
    method: 'GET',
    path: '/positions',
    summary: 'Positions at a unit and below it',
    access: { roles: ['administrator', 'auditor'] },
    query: z.object({ unit: UnitRef }),
    body: Nothing,
    answer: z.object({ rows: z.array(PositionRow) }),
  }),
  grant: endpoint({
    method: 'POST',
    path: '/positions/grant',
    summary: 'Give an account a position, making the account if it is new',
    access: { roles: ['administrator'] },
    query: Nothing,
    body: GrantPosition,
    answer: z.object({ id: z.string() }),
  }),
  end: endpoint({
    method: 'POST',
    path: '/positions/end',
    summary: 'End a position on a day',
    access: { roles: ['administrator'] },
    query: Nothing,
    body: z.object({ commandId: CommandId, id: z.uuid(), on: Day }),
    answer: z.object({ id: z.string() }),
  }),
}

/** Filters of a register's list under a name, as they stand in its address. */
export const SavedView = z.object({
  name: Line.pipe(z.string().min(1).max(80)),
  search: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/), z.string().max(100))
    .refine((search) => Object.keys(search).length <= 40),
})
export type SavedView = z.infer<typeof SavedView>

const RegisterName = z.string().regex(/^[a-z][a-z-]{1,39}$/)
/** Whoever may look at a list may keep its filters. */
const everybody = { roles: RoleName.options }

export const views = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: 'The filters that the signed-in account keeps for a register',
    access: 'signed-in',
    query: z.object({ register: RegisterName }),
    body: Nothing,
    answer: z.object({ rows: z.array(SavedView) }),
  }),
  save: endpoint({
    method: 'POST',
    path: '/views/save',
    summary: 'Keep filters of a register under a name, in place of those that had it',
    access: everybody,
    query: Nothing,
    body: SavedView.extend({ register: RegisterName }),
    answer: z.object({ name: z.string() }),
  }),
  delete: endpoint({
    method: 'POST',
    path: '/views/delete',
    summary: 'Delete filters that the account kept',
    access: everybody,
    query: Nothing,
    body: z.object({ register: RegisterName, name: z.string().min(1).max(80) }),
    answer: z.object({ name: z.string() }),
  }),
}
