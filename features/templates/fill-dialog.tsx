// Filling a form for the unit at the desk: which period of a report, or which days of a book.
import { addressOf } from '@kheo/kit/client.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Dialog } from '@kheo/ui/parts/dialog.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { periods } from '../periods/schema.ts'
import { templateDoors, type TemplateView } from './schema.ts'

type FillDialogProps = { readonly of: TemplateView; readonly onClose: () => void }
type FillProps = FillDialogProps & {
  readonly base: { readonly unit: string; readonly id: string; readonly for: string }
}

function Download({ href, onClose }: { readonly href: string | undefined; readonly onClose: () => void }) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      {href !== undefined && (
        <a className="btn btn-primary" href={href} download onClick={() => setTimeout(onClose)}>
          {t('templates.fill')}
        </a>
      )}
    </div>
  )
}

function FromReport({ of, base, onClose }: FillProps) {
  const desk = useDesk()
  const code = of.source.slice('report:'.length)
  const type = useCatalogue(desk.today).query.data?.reportTypes.find((each) => each.code === code)
  const list = useServer(periods.list, { year: desk.year })
  const rows = (list.data?.rows ?? []).filter((row) => row.regime === type?.regime && type.kinds.includes(row.kind))
  const [chosen, setChosen] = useState('')
  const period = chosen || rows.findLast((row) => row.startOn <= desk.today)?.id || rows[0]?.id
  return (
    <>
      <SelectField
        label={t('templates.period')}
        name="period"
        value={period ?? ''}
        onChange={setChosen}
        choices={rows.map((row) => ({ value: row.id, label: row.title }))}
      />
      <Download
        href={period === undefined ? undefined : addressOf(templateDoors.filled, { ...base, period })}
        onClose={onClose}
      />
    </>
  )
}

function FromBook({ base, onClose }: FillProps) {
  const desk = useDesk()
  const [from, setFrom] = useState(`${desk.year}-01-01`)
  const [to, setTo] = useState(desk.today)
  const isWhole = from !== '' && to !== '' && from <= to
  return (
    <>
      <DateField label={t('templates.from')} name="from" value={from} onChange={setFrom} />
      <DateField label={t('templates.to')} name="to" value={to} onChange={setTo} />
      <Download href={isWhole ? addressOf(templateDoors.filled, { ...base, from, to }) : undefined} onClose={onClose} />
    </>
  )
}

export function FillDialog({ of, onClose }: FillDialogProps) {
  const desk = useDesk()
  const base = { unit: of.unitId, id: of.id, for: desk.unit.id }
  const Fields = of.source.startsWith('report:') ? FromReport : FromBook
  return (
    <Dialog title={t('templates.fill_title', { title: of.title })} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <p>{t('templates.fill_consequence', { unit: desk.unit.name })}</p>
        <Fields of={of} base={base} onClose={onClose} />
      </div>
    </Dialog>
  )
}
