// The conferences' room, as other rooms see it.
export { readConferenceFacts } from './assemble.ts'
export { publicCalendar, type CalendarEntry } from './calendar.ts'
