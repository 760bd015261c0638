// The tree of units on a day; a branch is asked for when it is opened.
import { pathTo, useAddress } from '@kheo/ui/address.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { Spinner } from '@kheo/ui/parts/progress.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { org, type UnitRow } from './schema.ts'

type BranchProps = { readonly row: UnitRow; readonly rows: ReadonlyMap<string, readonly UnitRow[]> }

function Branch({ row, rows }: BranchProps) {
  const below = rows.get(row.id)
  return (
    <TreeItem id={row.id} textValue={row.name} hasChildItems={row.childCount > 0} className="unit-row option">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <span className="flex items-center gap-2" style={{ paddingLeft: `${(level - 1) * 20}px` }}>
            {hasChildItems ? (
              <Button slot="chevron" className="grid size-(--target) place-items-center rounded">
                <span aria-hidden="true">{isExpanded ? '▾' : '▸'}</span>
              </Button>
            ) : (
              <span className="inline-block w-(--target)" />
            )}
            <span className="font-medium">{row.name}</span>
            {row.childCount > 0 && (
              <span className="text-[13px] text-[var(--muted)]">{t('units.children', { count: row.childCount })}</span>
            )}
          </span>
        )}
      </TreeItemContent>
      {/* A branch can only be opened when something is in it: until it is asked for, a line that says so. */}
      {below === undefined && row.childCount > 0 ? (
        <TreeItem id={`${row.id}:waiting`} textValue={t('common.loading')} className="option">
          <TreeItemContent>
            <span className="flex items-center gap-2 pl-12">
              <Spinner />
              {t('common.loading')}
            </span>
          </TreeItemContent>
        </TreeItem>
      ) : (
        <Collection items={below ?? []}>{(child: UnitRow) => <Branch row={child} rows={rows} />}</Collection>
      )}
    </TreeItem>
  )
}

/** Asks for the children of one open branch; draws nothing. */
function Children({
  unit,
  day,
  onRows,
}: {
  readonly unit: string
  readonly day: string
  readonly onRows: (unit: string, rows: readonly UnitRow[]) => void
}) {
  const children = useServer(org.children, { unit, day })
  const rows = children.data?.rows
  const [told, setTold] = useState<readonly UnitRow[]>()
  if (rows !== undefined && rows !== told && !children.isPlaceholderData) {
    setTold(rows)
    queueMicrotask(() => onRows(unit, rows))
  }
  return null
}

export function UnitTree({ day }: { readonly day: string }) {
  const { go } = useAddress()
  const roots = useServer(org.children, { day })
  const [opened, setOpen] = useState<ReadonlySet<string>>()
  const only = roots.data?.rows.length === 1 ? roots.data.rows[0]?.id : undefined
  // A single root says nothing by itself: it stands open until somebody closes it.
  const open = opened ?? new Set(only === undefined ? [] : [only])
  const [rows, setRows] = useState<ReadonlyMap<string, readonly UnitRow[]>>(new Map())
  const keep = (unit: string, next: readonly UnitRow[]) => setRows((before) => new Map(before).set(unit, next))
  return (
    <Answer of={roots}>
      {(answer) => (
        <div className="card !p-2">
          {[...open].map((unit) => (
            <Children key={unit} unit={unit} day={day} onRows={keep} />
          ))}
          <Tree
            aria-label={t('units.tree')}
            className="outline-none"
            selectionMode="none"
            items={answer.rows}
            dependencies={[rows]}
            expandedKeys={open}
            onExpandedChange={(keys) => setOpen(new Set([...keys].map(String)))}
            onAction={(key) => go(pathTo('/don-vi', String(key)), { day })}
          >
            {(row) => <Branch row={row} rows={rows} />}
          </Tree>
        </div>
      )}
    </Answer>
  )
}
