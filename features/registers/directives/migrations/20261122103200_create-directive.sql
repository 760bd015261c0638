-- Sổ văn bản chỉ đạo được giao thực hiện: Quy chế làm việc; chế độ sơ kết, tổng kết nghị quyết, chỉ thị
create table directive (
  unit_id text not null constraint directive_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint directive_state_known check (state in ('received', 'deployed', 'reviewed', 'closed', 'replaced')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  paper text not null default '',
  kind text constraint directive_kind_known check (kind in ('resolution', 'directive', 'conclusion', 'decision', 'plan', 'guidance', 'letter', 'other')),
  level text constraint directive_level_known check (level in ('central', 'province', 'district', 'commune')),
  abstract text not null default '',
  subject text constraint directive_subject_known check (subject in ('dan-van', 'qcdc', 'dvk', 'dvcq', 'ethnic-religious', 'reception', 'other')),
  duty text not null default '',
  lead text not null default '',
  deploy_by date,
  is_reviewed boolean not null default false,
  review_by date,
  final_review_by date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint directive_pk primary key (unit_id, id),
  constraint directive_entry_no_unique unique (unit_id, entry_no)
);
create index directive_path_day on directive (path, happened_on);
create index directive_day on directive (happened_on);
create index directive_due on directive (path, due_on) where due_on is not null;
create index directive_search on directive using gin (search_folded gin_trgm_ops);

create table directive_rev (like directive);
alter table directive_rev add constraint directive_rev_pk primary key (unit_id, id, rev);
comment on table directive_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table directive_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint directive_step_kind_known check (kind in ('deployed', 'reviewed', 'closed', 'replaced')),
  happened_on date not null,
  due_before date,
  due_on date,
  own_paper text,
  manner text,
  result text,
  new_paper text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint directive_step_pk primary key (unit_id, entry_id, seq),
  constraint directive_step_entry_fk foreign key (unit_id, entry_id) references directive (unit_id, id)
);
create index directive_step_day on directive_step (path, kind, happened_on);

alter table directive enable row level security;
create policy directive_scope on directive using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table directive_rev enable row level security;
create policy directive_rev_scope on directive_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table directive_step enable row level security;
create policy directive_step_scope on directive_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on directive to kheo_app;
grant select, insert on directive_rev, directive_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on directive_step to kheo_app;
