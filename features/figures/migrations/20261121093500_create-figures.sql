-- One fact base: a figure belongs to (unit, period, indicator, kind of value), never to a report; and the totals kept of it.
create table figure (
  unit_id text not null,
  period_id text not null,
  grp text not null,
  kind text not null constraint figure_kind_known check (kind in ('actual', 'estimate', 'plan')),
  path text collate "C" not null,
  vals numeric[] not null constraint figure_at_most_150_cells check (cardinality(vals) <= 150),
  rev integer not null default 1,
  updated_at timestamptz not null,
  updated_by text not null,
  constraint figure_pk primary key (unit_id, period_id, grp, kind)
);
comment on table figure is 'Latest own figures of a unit, wide: place n of vals is the indicator whose slot is n of the block. Null = not reported, 0 = nothing occurred.';
comment on column figure.grp is 'Block of at most 150 indicators (indicator_slot). Unit and period are held to exist by figure_rev, of which every write adds a row.';
create index figure_period on figure (period_id, path);

create table figure_rev (
  unit_id text not null constraint figure_unit_fk references unit,
  period_id text not null constraint figure_period_fk references period,
  at timestamptz not null,
  id uuid not null,
  path text collate "C" not null,
  by text not null,
  body jsonb not null,
  constraint figure_rev_pk primary key (unit_id, period_id, at, id)
);
comment on table figure_rev is 'History of figures, append-only: what each command wrote.';

create table cell_note (
  unit_id text not null,
  period_id text not null,
  indicator text not null,
  path text collate "C" not null,
  note text not null constraint cell_note_not_blank check (note <> ''),
  at timestamptz not null,
  by text not null,
  constraint cell_note_pk primary key (unit_id, period_id, indicator)
);

create table figure_part (
  unit_id text not null constraint figure_part_unit_fk references unit,
  period_id text not null constraint figure_part_period_fk references period,
  indicator text not null,
  part text not null,
  path text collate "C" not null,
  value numeric not null constraint figure_part_not_negative check (value >= 0),
  at timestamptz not null,
  by text not null,
  constraint figure_part_pk primary key (unit_id, period_id, indicator, part)
);
comment on table figure_part is 'A typed figure by the parts of its dimension, such as awards by subject; the figure is their sum.';

create table approved_figure (
  unit_id text not null,
  period_id text not null,
  grp text not null,
  path text collate "C" not null,
  vals numeric[] not null,
  report_id uuid not null,
  seq integer not null,
  constraint approved_figure_pk primary key (unit_id, period_id, grp)
);
comment on table approved_figure is 'Own figures of approved reports: the base of official totals.';
create index approved_figure_period on approved_figure (period_id, path);

create table adjustment (
  id uuid not null,
  unit_id text not null constraint adjustment_unit_fk references unit,
  path text collate "C" not null,
  period_id text not null constraint adjustment_period_fk references period,
  indicator text not null,
  grp text not null,
  pos integer not null,
  delta numeric not null constraint adjustment_not_zero check (delta <> 0),
  reason text not null constraint adjustment_reason_given check (length(trim(reason)) >= 5),
  at timestamptz not null,
  actor_title text not null,
  annulled_at timestamptz,
  constraint adjustment_pk primary key (unit_id, id)
);
comment on table adjustment is 'What a parent adds under its own name, with a reason; the child''s figure stays.';
create index adjustment_period on adjustment (period_id, path);

create table dirty (
  id bigint generated always as identity constraint dirty_pk primary key,
  period_id text not null,
  unit_id text not null
);
comment on table dirty is 'Totals to recompute: one row an ancestor, written in the transaction that changed a figure.';
create index dirty_place on dirty (period_id, unit_id);

create table rollup (
  basis text not null,
  status text not null constraint rollup_status_known check (status in ('provisional', 'official')),
  period_id text not null,
  grp text not null,
  unit_id text not null,
  path text collate "C" not null,
  s numeric[] not null,
  n integer[] not null,
  at timestamptz not null,
  constraint rollup_pk primary key (basis, status, period_id, grp, unit_id)
);
comment on table rollup is 'Kept totals of a unit and all below it. n = how many units gave a figure. basis "then" = the tree of the period''s last day.';

alter table figure enable row level security;
create policy figure_scope on figure using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table figure_rev enable row level security;
create policy figure_rev_scope on figure_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table figure_part enable row level security;
create policy figure_part_scope on figure_part using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table cell_note enable row level security;
create policy cell_note_scope on cell_note using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table approved_figure enable row level security;
create policy approved_figure_scope on approved_figure using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table adjustment enable row level security;
create policy adjustment_scope on adjustment using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table rollup enable row level security;
create policy rollup_scope on rollup using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');

grant select, insert, update on figure, approved_figure, cell_note, figure_part, rollup to kheo_app;
grant delete on cell_note, figure_part to kheo_app;
grant select, insert on figure_rev, adjustment to kheo_app;
grant update (annulled_at) on adjustment to kheo_app;
grant select, insert, delete on dirty to kheo_app;
