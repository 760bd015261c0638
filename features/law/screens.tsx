// The law in force: values and time limits, days off, a deadline worked out, what is disclosed, scoring sheets.
import { useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { Trial } from './deadline-trial.tsx'
import { DisclosureItems, ScoringSheets } from './forms.tsx'
import { HolidayList } from './holidays.tsx'
import { ParameterList } from './parameters.tsx'
import { law, type LawList } from './schema.ts'

const PARTS = ['parameters', 'holidays', 'trial', 'disclosure', 'sheets'] as const

type PartProps = { readonly part: (typeof PARTS)[number]; readonly list: LawList; readonly mayChange: boolean }

function Part({ part, list, mayChange }: PartProps) {
  const desk = useDesk()
  switch (part) {
    case 'parameters':
      return <ParameterList rows={list.parameters} mayChange={mayChange} />
    case 'holidays':
      return <HolidayList holidays={list.holidays} mayChange={mayChange} />
    case 'trial':
      return <Trial rows={list.parameters} />
    case 'disclosure':
      return <DisclosureItems items={list.disclosure} today={desk.today} />
    case 'sheets':
      return <ScoringSheets sheets={list.sheets} today={desk.today} />
  }
}

export function LawScreen() {
  const desk = useDesk()
  const { search } = useAddress()
  const list = useServer(law.list, { day: desk.today })
  const part = oneOf(PARTS, search['tab']) ?? 'parameters'
  const mayChange = desk.unit.level === 'centre' && hasRole(desk, 'administrator')
  return (
    <Page title={t('law.title')}>
      <p>{t('law.intro')}</p>
      <TabLinks
        label={t('law.parts')}
        param="tab"
        tabs={PARTS.map((value) => ({ value, label: t(`law.part_${value}`) }))}
        current={part}
      />
      <Answer of={list}>{(answer) => <Part part={part} list={answer} mayChange={mayChange} />}</Answer>
    </Page>
  )
}
