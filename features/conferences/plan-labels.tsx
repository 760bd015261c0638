// What the boxes of plan and minutes are called when a list of errors leads to them.
import { t } from '@kheo/ui/text.ts'

const BOXES = {
  startsAt: 'conferences.starts_at',
  points: 'conferences.points',
  chairPosts: 'conferences.chair_posts',
  secretaryPost: 'conferences.secretary_post',
  contactPost: 'conferences.contact_post',
  purposes: 'conferences.purposes',
  requirements: 'conferences.requirements',
  nextTasks: 'conferences.next_tasks',
  report: 'conferences.report',
  awards: 'conferences.awards',
  earlier: 'conferences.earlier',
  agenda: 'conferences.agenda',
  duties: 'conferences.duties',
  askedReports: 'conferences.asked',
  speeches: 'conferences.speeches',
  'hall.rows': 'conferences.hall_rows',
  'hall.seatsPerRow': 'conferences.hall_seats',
  'hall.aisleAfter': 'conferences.hall_aisle',
  endedAt: 'conferences.ended_at',
  agreed: 'conferences.votes_agreed',
  against: 'conferences.votes_against',
  abstained: 'conferences.votes_abstained',
  remarks: 'conferences.remarks',
  conclusions: 'conferences.conclusions',
} as const

const COLUMNS = {
  title: 'conferences.content',
  presenterPost: 'conferences.presenter',
  minutes: 'conferences.minutes',
  content: 'conferences.content',
  lead: 'conferences.lead',
  helpers: 'conferences.helpers',
  dueOn: 'conferences.due_on',
  doneOn: 'conferences.done_day',
  receivedOn: 'conferences.received_on',
  body: 'conferences.body',
  post: 'conferences.post',
  topic: 'conferences.topic',
  words: 'conferences.words',
  product: 'conferences.product',
} as const

const known = <M extends object>(map: M, key: string): M[keyof M] | undefined =>
  key in map ? map[key as keyof M] : undefined

/** `agenda.2.title` → “Chương trình, dòng 3, Nội dung”. */
export function labelOf(path: string): string {
  const whole = known(BOXES, path)
  if (whole !== undefined) return t(whole)
  const [list = '', at = '', column = ''] = path.split('.')
  const [name, head] = [known(BOXES, list), known(COLUMNS, column)]
  if (name === undefined) return ''
  const line = `${t(name)}, ${t('conferences.line', { n: Number(at) + 1 })}`
  return head === undefined ? line : `${line}, ${t(head)}`
}
