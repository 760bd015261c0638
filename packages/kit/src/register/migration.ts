// The tables of a register as SQL, written from its declaration: what a new room's first migration holds.
import { type ColumnOf, entryColumns, revTable, stepColumns, stepTable } from './columns.ts'
import type { AnyRegister } from './declare.ts'

const SCOPE = `(path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~')`

const emptyText = (column: ColumnOf): boolean => ['text', 'village', 'reference'].includes(column.field.kind)

function columnLine(table: string, { field, column, type }: ColumnOf, isStep: boolean): string {
  const name = `${table}_${column}`
  const codes =
    field.kind === 'choice' || field.kind === 'choices'
      ? Object.keys(field.choices)
          .map((code) => `'${code}'`)
          .join(', ')
      : ''
  const rest = isStep
    ? ''
    : field.kind === 'flag'
      ? ' not null default false'
      : field.kind === 'choices'
        ? ` not null default '{}'`
        : type === 'text' && emptyText({ field, column, type, name: column })
          ? ` not null default ''`
          : ''
  const check =
    field.kind === 'choice'
      ? ` constraint ${name}_known check (${column} in (${codes}))`
      : field.kind === 'choices'
        ? ` constraint ${name}_known check (${column} <@ array[${codes}])`
        : field.kind === 'number'
          ? ` constraint ${name}_bounded check (${column} between ${field.least} and ${field.most})`
          : field.kind === 'money'
            ? ` constraint ${name}_not_negative check (${column} >= 0)`
            : ''
  return `  ${column} ${type}${rest}${check},`
}

const policy = (table: string): string => `alter table ${table} enable row level security;
create policy ${table}_scope on ${table} using ${SCOPE};`

/** The text of a migration that creates the register's tables, indexes, row rights and grants. */
export function migrationOf(it: AnyRegister): string {
  const [entry, step, rev] = [it.table, stepTable(it), revTable(it)]
  const kinds = Object.keys(it.steps).map((kind) => `'${kind}'`)
  const states = Object.keys(it.states).map((state) => `'${state}'`)
  return `-- ${it.title[0]}: ${it.source}
create table ${entry} (
  unit_id text not null constraint ${entry}_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint ${entry}_state_known check (state in (${states.join(', ')})),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
${entryColumns(it)
  .map((column) => columnLine(entry, column, false))
  .join('\n')}
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint ${entry}_pk primary key (unit_id, id),
  constraint ${entry}_entry_no_unique unique (unit_id, entry_no)
);
create index ${entry}_path_day on ${entry} (path, happened_on);
create index ${entry}_day on ${entry} (happened_on);
create index ${entry}_due on ${entry} (path, due_on) where due_on is not null;
create index ${entry}_search on ${entry} using gin (search_folded gin_trgm_ops);

create table ${rev} (like ${entry});
alter table ${rev} add constraint ${rev}_pk primary key (unit_id, id, rev);
comment on table ${rev} is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table ${step} (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null${kinds.length === 0 ? '' : ` constraint ${step}_kind_known check (kind in (${kinds.join(', ')}))`},
  happened_on date not null,
  due_before date,
  due_on date,
${stepColumns(it)
  .map((column) => columnLine(step, column, true))
  .join('\n')}${stepColumns(it).length === 0 ? '' : '\n'}  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint ${step}_pk primary key (unit_id, entry_id, seq),
  constraint ${step}_entry_fk foreign key (unit_id, entry_id) references ${entry} (unit_id, id)
);
create index ${step}_day on ${step} (path, kind, happened_on);

${[entry, rev, step].map(policy).join('\n')}
grant select, insert, update on ${entry} to kheo_app;
grant select, insert on ${rev}, ${step} to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on ${step} to kheo_app;
`
}
