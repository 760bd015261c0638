// Petitions and what they count as, worked out by hand from the tables of Thông tư 01/2024/TT-TTCP. For tests.
type Judged = { readonly isAdmissible?: boolean; readonly isCompetent?: boolean }
export type Step = readonly [kind: string, on: string, judged?: Judged]
export type Example = readonly [
  why: string,
  kind: 'complaint' | 'denunciation' | 'proposal',
  receivedOn: string,
  steps: readonly Step[],
  first: string,
  second: string,
]

/** One petition, and everything it counts as in the first and in the second quarter. */
export const EXAMPLES: readonly Example[] = [
  [
    'a proposal carried over from last year, answered in the second quarter',
    'proposal',
    '2025-12-20',
    [
      ['classified', '2026-01-05'],
      ['accepted', '2026-01-05'],
      ['answered', '2026-04-10'],
    ],
    'XD01 XD02 XD04 XD06 XD09 XD10 GQ01 GQ03',
    'GQ01 GQ02',
  ],
  [
    'a proposal still being looked into',
    'proposal',
    '2026-02-02',
    [
      ['classified', '2026-02-03'],
      ['accepted', '2026-02-03'],
    ],
    'XD01 XD03 XD04 XD06 XD09 XD10 GQ01 GQ03',
    'GQ01 GQ03',
  ],
  [
    'a proposal withdrawn',
    'proposal',
    '2026-04-06',
    [
      ['classified', '2026-04-07'],
      ['withdrawn', '2026-04-08'],
    ],
    '',
    'XD01 XD03 XD04 XD06 XD09 XD10 GQ01 GQ02',
  ],
  [
    'a complaint of others, classified late and guided',
    'complaint',
    '2026-02-10',
    [
      ['classified', '2026-04-02', { isAdmissible: true, isCompetent: false }],
      ['guided', '2026-04-03'],
    ],
    'XD01 XD03 XD05',
    'XD01 XD02 XD04 XD06 XD07 XD11 XD12',
  ],
  [
    'a complaint decided too late',
    'complaint',
    '2026-01-05',
    [
      ['classified', '2026-01-08'],
      ['accepted', '2026-01-10'],
      ['decided', '2026-05-20'],
    ],
    'XD01 XD03 XD04 XD06 XD07 XD10 GQ05',
    'GQ05 GQ06 GQ07',
  ],
  [
    'a complaint decided in time because it was extended',
    'complaint',
    '2026-04-01',
    [
      ['classified', '2026-04-02'],
      ['accepted', '2026-04-03'],
      ['extended', '2026-04-30'],
      ['decided', '2026-05-15'],
    ],
    '',
    'XD01 XD03 XD04 XD06 XD07 XD10 GQ05 GQ06 GQ07 GQ09',
  ],
  [
    'a complaint withdrawn',
    'complaint',
    '2026-04-05',
    [
      ['classified', '2026-04-07'],
      ['accepted', '2026-04-08'],
      ['withdrawn', '2026-04-20'],
    ],
    '',
    'XD01 XD03 XD04 XD06 XD07 XD10 GQ05 GQ06 GQ08 GQ09',
  ],
  [
    'a denunciation decided in time',
    'denunciation',
    '2026-03-02',
    [
      ['classified', '2026-03-05'],
      ['accepted', '2026-03-10'],
      ['decided', '2026-03-25'],
    ],
    'XD01 XD03 XD04 XD06 XD08 XD10 GQ09 GQ10 GQ11',
    '',
  ],
  ['a denunciation that nobody has classified', 'denunciation', '2026-03-20', [], 'XD01 XD03 XD05', 'XD01 XD02 XD05'],
  [
    'a denunciation that nobody had classified last year either',
    'denunciation',
    '2025-09-20',
    [],
    'XD01 XD02 XD05',
    'XD01 XD02 XD05',
  ],
  [
    'a proposal that does not meet the conditions',
    'proposal',
    '2026-02-01',
    [
      ['classified', '2026-02-03', { isAdmissible: false }],
      ['filed', '2026-02-04'],
    ],
    'XD01 XD03 XD04',
    '',
  ],
  [
    'a proposal of others, transferred',
    'proposal',
    '2026-04-01',
    [
      ['classified', '2026-04-02', { isAdmissible: true, isCompetent: false }],
      ['transferred', '2026-04-03'],
    ],
    '',
    'XD01 XD03 XD04 XD06 XD09 XD11 XD13',
  ],
  [
    'a proposal of others, transferred and later urged, as transferred',
    'proposal',
    '2026-02-04',
    [
      ['classified', '2026-02-05', { isAdmissible: true, isCompetent: false }],
      ['transferred', '2026-02-06'],
      ['urged', '2026-03-06'],
    ],
    'XD01 XD03 XD04 XD06 XD09 XD11 XD13',
    '',
  ],
  [
    'a denunciation of others, urged',
    'denunciation',
    '2026-01-12',
    [
      ['classified', '2026-01-13', { isAdmissible: true, isCompetent: false }],
      ['urged', '2026-01-14'],
    ],
    'XD01 XD03 XD04 XD06 XD08 XD11 XD14',
    '',
  ],
]
