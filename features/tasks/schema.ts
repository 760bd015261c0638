// "Việc của tôi": what a position owes, to whom, by when.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { Nothing } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const WorkItem = z.object({
  kind: z.enum(['report-due', 'report-returned', 'report-to-review', 'entry-due', 'entry-overdue', 'own-report']),
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

export const tasks = {
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
