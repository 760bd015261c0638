// Phôi giấy khen: the blanks of an office, a test print of each, and the editor of places.
import { addressOf } from '@kheo/kit/client.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { LayoutEditor } from './layout-editor.tsx'
import { type LayoutRow, layoutDoors, layouts } from './layout-schema.ts'
import { ROUNDS_PATH } from './words.tsx'

const paperWords = ({ paper, orientation }: LayoutRow): string =>
  t(orientation === 'landscape' ? 'awards.layout_landscape' : 'awards.layout_portrait', { paper })

type Choose = (code: string) => void

const columnsOf = (unit: string, mayEdit: boolean, choose: Choose): readonly Column<LayoutRow>[] => [
  { key: 'title', head: t('awards.layout'), isMain: true, cell: (row) => row.title },
  { key: 'paper', head: t('awards.layout_paper'), cell: paperWords },
  {
    key: 'version',
    head: t('common.state'),
    cell: ({ version }) => (
      <Badge tone={version === 0 ? 'plain' : 'good'}>
        {version === 0 ? t('awards.layout_shipped') : t('awards.layout_own', { version })}
      </Badge>
    ),
  },
  {
    key: 'acts',
    head: t('awards.acts'),
    cell: (row) => (
      <span className="flex flex-wrap gap-2">
        {mayEdit && (
          <Button
            aria-label={`${t(row.version === 0 ? 'awards.layout_copy' : 'awards.layout_edit')}: ${row.title}`}
            onClick={() => choose(row.code)}
          >
            {t(row.version === 0 ? 'awards.layout_copy' : 'awards.layout_edit')}
          </Button>
        )}
        <a
          className={buttonLook('secondary')}
          download
          href={addressOf(layoutDoors.test, { unit, layout: row.code })}
          aria-label={t('awards.layout_test_of', { title: row.title })}
        >
          {t('awards.layout_test')}
        </a>
      </span>
    ),
  },
]

export function CertificateLayouts() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const list = useServer(layouts.list, { unit: desk.unit.id })
  const code = search['layout']
  return (
    <Page title={`${t('awards.layouts')} · ${desk.unit.name}`} back={{ to: ROUNDS_PATH, label: t('awards.title') }}>
      <p>{t('awards.layout_intro')}</p>
      <Answer of={list}>
        {({ rows, mayEdit }) => {
          const chosen = mayEdit ? rows.find((row) => row.code === code) : undefined
          return (
            <>
              <DataTable
                caption={t('awards.layouts')}
                columns={columnsOf(desk.unit.id, mayEdit, (layout) => setSearch({ layout }))}
                rows={rows}
                keyOf={(row) => row.code}
              />
              {chosen !== undefined && (
                <LayoutEditor
                  key={`${chosen.code} ${chosen.version}`}
                  unit={desk.unit.id}
                  layout={chosen}
                  onClose={() => setSearch({ layout: undefined })}
                />
              )}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
