// The few pictures of the frame, drawn with the colour of the text. Always beside a word.
import type { ReactNode } from 'react'

const PATHS = {
  tasks: 'M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h7',
  register: 'M6 3h11a2 2 0 0 1 2 2v16H7a2 2 0 0 1-2-2V4a1 1 0 0 1 1-1zM9 8h6M9 12h6M5 18h14',
  capture: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4M14 20h6',
  report: 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6',
  reading: 'M5 3h10l4 4v5M5 3v18h6M8 9h7M8 13h4M16 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM19 19l3 3',
  documents: 'M4 7h10v14H4zM8 7V3h12v14h-6M7 12h4M7 16h4',
  board: 'M4 4h16v16H4zM4 9h16M4 14.500h16M10 9v11',
  series: 'M4 20V4M4 20h16M7 15l4-4 3 3 6-7',
  units: 'M12 3v5M5 21v-5h14v5M12 8v8M9 3h6v5H9zM3 21h4M10 21h4M17 21h4M12 16v5',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7',
  periods: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M8 17h6',
  awards: 'M12 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM9 12.500L7 21l5-2.500L17 21l-2-8.500',
  conference: 'M4 4h16v9H4zM12 13v3M8 20a4 4 0 0 1 8 0M2 20a3 3 0 0 1 5-2M22 20a3 3 0 0 0-5-2',
  law: 'M12 3v17M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  news: 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 12h7M7 15h4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
