// Refusals when tasks are given to units, in English.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { TaskProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))

export const sentences = {
  'task.not_below': (p) => `${p.unit} is not below ${p.of}, so the task cannot be given to it. Choose a unit below.`,
  'task.shared_already': (p) => `The task was given to ${p.unit} already. Withdraw that first to give it anew.`,
  'task.closed': (p) => `“${p.task}” is closed and cannot be shared out.`,
  'task.share_not_found': () => 'The task given was not found. The address may be old; open it again from My work.',
  'task.share_closed': (p) =>
    p.state === 'withdrawn'
      ? 'Those above have withdrawn this task.'
      : p.state === 'ended'
        ? 'The task has ended in the unit’s own book, so no later deadline can be asked for.'
        : 'The unit has received this task. To stop it, cancel it in the unit’s own book.',
  'task.due_in_past': (p) => `${day(p.day)} has passed. Choose today or a later day.`,
  'task.due_not_later': (p) => `${day(p.day)} is not after the present deadline ${day(p.dueOn)}. Choose a later day.`,
  'task.nothing_asked': () => 'The unit has asked for no extension that waits for an answer.',
  'task.asked_already': (p) => `The unit has asked to move the deadline to ${day(p.day)} and waits for the answer.`,
} satisfies Sentences<TaskProblem>
