// Bringing a sheet of a spreadsheet into a register: template, file or paste, check by cell, record all or the right rows.
import { addressOf } from '@kheo/kit/client.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { useState } from 'react'
import { AppLink } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { Notice } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { TextArea } from '../parts/field.tsx'
import { Page } from '../parts/page.tsx'
import { Loading } from '../parts/progress.tsx'
import { say, t } from '../text.ts'
import { fileSheet, type ImportAnswer, pastedSheet, type Sheet, useImport } from './import-steps.ts'
import { listPath, type RoomProps } from './room.ts'

const MOST_SHOWN = 200

type CellAt = ImportAnswer['wrong'][number]

const columns: readonly Column<CellAt>[] = [
  { key: 'row', head: t('registers.import_row'), cell: (it) => it.row, isNumber: true },
  {
    key: 'column',
    head: t('registers.import_column'),
    cell: (it) => (it.column === '' ? it.label : `${it.column} · ${it.label}`),
    isMain: true,
  },
  { key: 'what', head: t('registers.import_what'), cell: (it) => it.message },
]

function Cells({ cells, caption }: { readonly cells: readonly CellAt[]; readonly caption: string }) {
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={cells.slice(0, MOST_SHOWN)}
        keyOf={(it) => `${it.row}/${it.column}/${it.label}/${it.message}`}
      />
      {cells.length > MOST_SHOWN && <p>{t('registers.import_more', { count: cells.length - MOST_SHOWN })}</p>}
    </>
  )
}

function Template({ register, unit }: { readonly register: AnyRegister; readonly unit: string }) {
  const door = { path: `/registers/${register.name}/template` }
  return (
    <section className="card grid justify-items-start gap-3">
      <h2>{t('registers.import_step_get')}</h2>
      <p className="text-[var(--muted)]">{t('registers.import_get_help')}</p>
      <a href={addressOf(door, { unit })} download className="btn">
        {t('registers.import_template')}
      </a>
    </section>
  )
}

type GiveProps = {
  readonly isBusy: boolean
  /** Of the file chosen last. */
  readonly name: string | undefined
  readonly onSheet: (sheet: Sheet) => void
}

function Give({ isBusy, name, onSheet }: GiveProps) {
  const [pasted, setPasted] = useState('')
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined && !isBusy) onSheet(fileSheet(file))
  }
  return (
    <section className="card grid gap-4" aria-labelledby="import-give">
      <h2 id="import-give">{t('registers.import_step_give')}</h2>
      <div className="file-box">
        <span>
          <span className="font-medium text-[var(--action)]">{t('registers.import_file')}</span>{' '}
          <span className="max-sm:hidden">{t('registers.import_drop')}</span>
        </span>
        {name !== undefined && <span className="text-sm text-[var(--muted)]">{name}</span>}
        <input
          type="file"
          accept=".xlsx"
          aria-label={t('registers.import_file')}
          disabled={isBusy}
          // The same file, once mended, may be chosen again.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={(event) => take(event.target.files)}
        />
      </div>
      <div className="grid justify-items-start gap-2">
        <div className="w-full">
          <TextArea
            label={t('registers.import_paste')}
            help={t('registers.import_paste_help')}
            name="import-paste"
            most={2_000_000}
            value={pasted}
            onChange={setPasted}
          />
        </div>
        <Button isBusy={isBusy} disabled={pasted.trim() === ''} onClick={() => onSheet(pastedSheet(pasted))}>
          {t('registers.import_check')}
        </Button>
      </div>
    </section>
  )
}

type FoundProps = {
  readonly answer: ImportAnswer
  readonly isBusy: boolean
  readonly onRecord: (mode: 'all' | 'good') => void
  readonly onMarked: () => void
}

function Found({ answer, isBusy, onRecord, onMarked }: FoundProps) {
  const { rows, good, wrong, warnings = [] } = answer
  const isClean = wrong.length === 0
  return (
    <section className="card grid gap-4" aria-labelledby="import-found">
      <h2 id="import-found">{t('registers.import_step_record')}</h2>
      <output className="block">
        <Notice tone={isClean ? 'good' : 'warn'} title={t('registers.import_found', { rows, good })}>
          {isClean ? t('registers.import_clean') : t('registers.import_wrong', { count: wrong.length })}
        </Notice>
      </output>
      {!isClean && (
        <>
          <Cells cells={wrong} caption={t('registers.import_wrong_table')} />
          <p>
            <Button onClick={onMarked}>{t('registers.import_marked')}</Button>
          </p>
        </>
      )}
      {warnings.length > 0 && (
        <details>
          <summary className="flex min-h-[var(--target)] items-center font-medium">
            ▸ {t('registers.import_warnings', { count: warnings.length })}
          </summary>
          <Cells cells={warnings} caption={t('registers.import_warnings', { count: warnings.length })} />
        </details>
      )}
      {isClean && good > 0 && (
        <p>
          <Button variant="primary" isBusy={isBusy} onClick={() => onRecord('all')}>
            {t('registers.import_all', { count: good })}
          </Button>
        </p>
      )}
      {!isClean && good > 0 && (
        <div className="grid justify-items-start gap-1">
          <Button isBusy={isBusy} onClick={() => onRecord('good')}>
            {t('registers.import_good', { count: good })}
          </Button>
          <p className="field-help">{t('registers.import_good_help')}</p>
        </div>
      )}
    </section>
  )
}

type RecordedProps = { readonly register: AnyRegister; readonly answer: ImportAnswer; readonly onAgain: () => void }

function Recorded({ register, answer, onAgain }: RecordedProps) {
  const { days, recorded: count } = answer
  // The days are given too: rows of another year are not in the list of this one.
  const search = {
    ...(days == null ? {} : { from: days.first, to: days.last }),
    sort: 'recordedAt',
    order: 'desc',
  }
  return (
    <section className="card grid gap-4">
      <output className="block">
        <Notice tone="good" title={t('registers.import_done', { count })}>
          {t('registers.import_undo')}
        </Notice>
      </output>
      <div className="flex flex-wrap gap-2">
        <AppLink to={listPath(register)} search={search} className="btn btn-primary">
          {t('registers.import_see')}
        </AppLink>
        <Button onClick={onAgain}>{t('registers.import_again')}</Button>
      </div>
    </section>
  )
}

export function EntryImport({ room }: RoomProps) {
  const { register } = room
  const desk = useDesk()
  const { state, check, record, saveMarked, restart } = useImport(register, desk.unit.id)
  const { sheet, busy, problem, answer } = state
  const isRecorded = answer !== undefined && answer.recorded > 0
  return (
    <Page
      title={`${t('registers.import')} · ${say(register.title)}`}
      back={{ to: listPath(register), label: say(register.title) }}
    >
      <div className="grid max-w-4xl gap-4">
        {!isRecorded && (
          <>
            <Template register={register} unit={desk.unit.id} />
            <Give isBusy={busy !== undefined} name={sheet?.name} onSheet={(it) => void check(it)} />
          </>
        )}
        {busy !== undefined && (
          <Loading what={t(busy === 'check' ? 'registers.import_checking' : 'registers.import_recording')} />
        )}
        {problem !== undefined && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        {answer !== undefined && sheet !== undefined && !isRecorded && (
          <Found
            answer={answer}
            isBusy={busy !== undefined}
            onRecord={(mode) => void record(sheet, mode)}
            onMarked={() => void saveMarked(sheet)}
          />
        )}
        {isRecorded && <Recorded register={register} answer={answer} onAgain={restart} />}
      </div>
    </Page>
  )
}
