-- Sổ kiểm tra thực hiện quy chế dân chủ: Kế hoạch kiểm tra năm của Ban Chỉ đạo thực hiện quy chế dân chủ
create table inspection (
  unit_id text not null constraint inspection_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint inspection_state_known check (state in ('planned', 'done', 'remedying', 'closed', 'dropped')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  origin text constraint inspection_origin_known check (origin in ('planned', 'unplanned')),
  plan text not null default '',
  planned_on date,
  scope text constraint inspection_scope_known check (scope in ('commune', 'office', 'enterprise')),
  inspected text not null default '',
  inspected_unit text,
  team text not null default '',
  contents text not null default '',
  plan_from date,
  plan_to date,
  counted_as text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint inspection_pk primary key (unit_id, id),
  constraint inspection_entry_no_unique unique (unit_id, entry_no)
);
create index inspection_path_day on inspection (path, happened_on);
create index inspection_day on inspection (happened_on);
create index inspection_due on inspection (path, due_on) where due_on is not null;
create index inspection_search on inspection using gin (search_folded gin_trgm_ops);

create table inspection_rev (like inspection);
alter table inspection_rev add constraint inspection_rev_pk primary key (unit_id, id, rev);
comment on table inspection_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table inspection_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint inspection_step_kind_known check (kind in ('rescheduled', 'dropped', 'carried-out', 'finding', 'remedied', 'closed')),
  happened_on date not null,
  due_before date,
  due_on date,
  moved_to date,
  move_decision text,
  drop_decision text,
  strengths text,
  record text,
  shortcoming text,
  advice text,
  remedy_by date,
  finding_no integer constraint inspection_step_finding_no_bounded check (finding_no between 1 and 99),
  evidence text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint inspection_step_pk primary key (unit_id, entry_id, seq),
  constraint inspection_step_entry_fk foreign key (unit_id, entry_id) references inspection (unit_id, id)
);
create index inspection_step_day on inspection_step (path, kind, happened_on);

alter table inspection enable row level security;
create policy inspection_scope on inspection using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table inspection_rev enable row level security;
create policy inspection_rev_scope on inspection_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table inspection_step enable row level security;
create policy inspection_step_scope on inspection_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on inspection to kheo_app;
grant select, insert on inspection_rev, inspection_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on inspection_step to kheo_app;
