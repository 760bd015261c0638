// "Việc của tôi": what a position owes, to whom, by when.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const WorkItem = z.object({
  kind: z.enum([
    'report-due',
    'report-returned',
    'report-to-review',
    'entry-due',
    'entry-overdue',
    'own-report',
    'task-given',
    'task-asked',
  ]),
  unitId: z.string(),
  unitName: z.string(),
  /** Title of a report; name of an entry. */
  title: z.string(),
  detail: z.string(),
  dueOn: z.string().nullable(),
  /** Negative when late. */
  daysLeft: z.number().nullable(),
  /** Address within the staff app. */
  href: z.string(),
})
export type WorkItem = z.infer<typeof WorkItem>

export const ShareStates = ['given', 'received', 'in-progress', 'done', 'cancelled', 'withdrawn'] as const

export const ShareView = z.object({
  id: z.string(),
  /** Who was given the task. */
  unitId: z.string(),
  unitName: z.string(),
  /** Who gave it, and the task that was shared out. */
  fromUnitId: z.string(),
  fromUnitName: z.string(),
  fromTask: z.string(),
  content: z.string(),
  dueOn: z.string(),
  state: z.enum(ShareStates),
  isLate: z.boolean(),
  percent: z.number().nullable(),
  progress: z.string(),
  doneOn: z.string().nullable(),
  /** Files with the unit's own entry. */
  evidence: z.number(),
  entryId: z.string().nullable(),
  asked: z.object({ day: z.string(), reason: z.string() }).nullable(),
  steps: z.array(
    z.object({
      kind: z.enum(['given', 'received', 'asked', 'granted', 'declined', 'withdrawn']),
      at: z.string(),
      actorTitle: z.string(),
      newDay: z.string().nullable(),
      reason: z.string(),
    }),
  ),
})
export type ShareView = z.infer<typeof ShareView>

/** Units that one command may give a task to. */
export const MOST_SHARES = 400

const givers = { roles: ['compiler', 'approver', 'consolidator'] } as const
const keepers = { roles: ['recorder', 'compiler'] } as const
const ofShare = { commandId: CommandId, unit: UnitRef, id: z.uuid() }

export const tasks = {
  shares: endpoint({
    method: 'GET',
    path: '/tasks/shares',
    summary: 'Units to which a task was given, and how far each is',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: z.object({
      rows: z.array(ShareView),
      mayGive: z.boolean(),
      /** Units right below, for the choice. */
      below: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  share: endpoint({
    method: 'GET',
    path: '/tasks/share',
    summary: 'One task given to a unit',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, id: z.uuid() }),
    body: Nothing,
    answer: z.object({ share: ShareView, mayReceive: z.boolean(), mayAnswer: z.boolean() }),
  }),
  give: endpoint({
    method: 'POST',
    path: '/tasks/give',
    summary: 'Give a task to units below, each with its own part and deadline; all or none',
    access: givers,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      id: z.uuid(),
      shares: z
        .array(z.object({ unit: UnitRef, content: Line.pipe(z.string().min(1)), dueOn: Day }))
        .min(1)
        .max(MOST_SHARES),
    }),
    answer: z.object({ ids: z.array(z.string()) }),
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/tasks/withdraw',
    summary: 'Take back a task that the unit has not received yet',
    access: givers,
    query: Nothing,
    body: z.object({ ...ofShare, reason: Words.pipe(z.string().min(3)) }),
    answer: z.object({ id: z.string() }),
  }),
  receive: endpoint({
    method: 'POST',
    path: '/tasks/receive',
    summary: 'Receive a task from above: it becomes an entry of the unit’s own book',
    access: keepers,
    query: Nothing,
    body: z.object({ ...ofShare, lead: Line.pipe(z.string().min(1)) }),
    answer: z.object({ entry: z.string() }),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/tasks/ask',
    summary: 'Ask those above for a later deadline',
    access: keepers,
    query: Nothing,
    body: z.object({ ...ofShare, newDay: Day, reason: Words.pipe(z.string().min(3)) }),
    answer: z.object({ id: z.string() }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/tasks/answer',
    summary: 'Grant or decline the later deadline that a unit asked for',
    access: givers,
    query: Nothing,
    body: z.object({ ...ofShare, isGranted: z.boolean(), reason: Words }),
    answer: z.object({ id: z.string() }),
  }),
  mine: endpoint({
    method: 'GET',
    path: '/my-work',
    summary: 'What I owe, most urgent first',
    access: 'signed-in',
    query: Nothing,
    body: Nothing,
    answer: z.object({ today: z.string(), items: z.array(WorkItem) }),
  }),
}
