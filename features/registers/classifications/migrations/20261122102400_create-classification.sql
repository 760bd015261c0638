-- Sổ xếp loại thực hiện quy chế dân chủ: Quy định chấm điểm, xếp loại thực hiện quy chế dân chủ của tỉnh
create table classification (
  unit_id text not null constraint classification_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint classification_state_known check (state in ('self-scored', 'inspected', 'reviewed', 'decided')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  for_year text not null default '',
  scope text constraint classification_scope_known check (scope in ('commune', 'office', 'enterprise')),
  classified text not null default '',
  classified_unit text,
  self_score numeric constraint classification_self_score_bounded check (self_score between 0 and 100),
  proof text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint classification_pk primary key (unit_id, id),
  constraint classification_entry_no_unique unique (unit_id, entry_no)
);
create index classification_path_day on classification (path, happened_on);
create index classification_day on classification (happened_on);
create index classification_due on classification (path, due_on) where due_on is not null;
create index classification_search on classification using gin (search_folded gin_trgm_ops);

create table classification_rev (like classification);
alter table classification_rev add constraint classification_rev_pk primary key (unit_id, id, rev);
comment on table classification_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table classification_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint classification_step_kind_known check (kind in ('inspected', 'reviewed', 'decided')),
  happened_on date not null,
  due_before date,
  due_on date,
  inspector_score numeric constraint classification_step_inspector_score_bounded check (inspector_score between 0 and 100),
  why text,
  gap numeric constraint classification_step_gap_bounded check (gap between -100 and 100),
  council_score numeric constraint classification_step_council_score_bounded check (council_score between 0 and 100),
  has_knock_out boolean,
  knock_out text,
  result text constraint classification_step_result_known check (result in ('good', 'fair', 'average', 'weak')),
  decision text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint classification_step_pk primary key (unit_id, entry_id, seq),
  constraint classification_step_entry_fk foreign key (unit_id, entry_id) references classification (unit_id, id)
);
create index classification_step_day on classification_step (path, kind, happened_on);

alter table classification enable row level security;
create policy classification_scope on classification using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table classification_rev enable row level security;
create policy classification_rev_scope on classification_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table classification_step enable row level security;
create policy classification_step_scope on classification_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on classification to kheo_app;
grant select, insert on classification_rev, classification_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on classification_step to kheo_app;
