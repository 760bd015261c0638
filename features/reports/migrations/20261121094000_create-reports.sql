-- Reports: what a unit submits, the steps it goes through, and what stood in it when it was submitted.
create table report (
  id uuid not null,
  unit_id text not null constraint report_unit_fk references unit,
  path text collate "C" not null,
  type text not null,
  period_id text not null constraint report_period_fk references period,
  created_at timestamptz not null,
  constraint report_pk primary key (unit_id, id),
  constraint report_one_of_a_type unique (unit_id, type, period_id)
);
create index report_period on report (period_id, type, path);

create table report_step (
  unit_id text not null,
  report_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint report_step_kind_known check (kind in ('submitted', 'resubmitted', 'returned', 'approved', 'issued', 'reopened', 'withdrawn')),
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  body jsonb not null,
  constraint report_step_pk primary key (unit_id, report_id, seq)
);
comment on table report_step is 'The state of a report is the fold of these rows; they are never changed.';

create table report_snapshot (
  unit_id text not null,
  report_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  body jsonb not null,
  constraint report_snapshot_pk primary key (unit_id, report_id, seq)
);
comment on table report_snapshot is 'What was submitted or issued, whole: cells, totals, who had reported, narrative, names of the day.';

create table report_narrative (
  unit_id text not null,
  report_id uuid not null,
  path text collate "C" not null,
  section integer not null,
  text text not null,
  at timestamptz not null,
  by text not null,
  constraint report_narrative_pk primary key (unit_id, report_id, section)
);
comment on table report_narrative is 'An officer''s own wording of a section, with live-figure tokens; absent = the wording of the report type.';

create table published_report (
  unit_id text not null,
  report_id uuid not null,
  unit_name text not null,
  title text not null,
  number text not null,
  issued_on date not null,
  constraint published_report_pk primary key (unit_id, report_id)
);
comment on table published_report is 'What the public page lists: titles and numbers, no figures.';

alter table report enable row level security;
create policy report_scope on report using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table report_step enable row level security;
create policy report_step_scope on report_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table report_snapshot enable row level security;
create policy report_snapshot_scope on report_snapshot using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table report_narrative enable row level security;
create policy report_narrative_scope on report_narrative using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');

grant select, insert on report, report_step, report_snapshot to kheo_app;
grant select, insert, update, delete on report_narrative, published_report to kheo_app;
