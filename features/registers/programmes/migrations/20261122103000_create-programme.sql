-- Sổ chương trình phối hợp: Quy chế phối hợp công tác dân vận; chương trình phối hợp đã ký giữa các bên
create table programme (
  unit_id text not null constraint programme_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint programme_state_known check (state in ('in-force', 'reviewed', 'ended')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  name text not null default '',
  parties text not null default '',
  party_unit text,
  partners text[] not null default '{}' constraint programme_partners_known check (partners <@ array['armed-forces', 'front', 'government', 'other']),
  lead text not null default '',
  ends_on date,
  next_review_on date,
  tasks integer constraint programme_tasks_bounded check (tasks between 0 and 10000),
  content text not null default '',
  remark text not null default '',
  lapses_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint programme_pk primary key (unit_id, id),
  constraint programme_entry_no_unique unique (unit_id, entry_no)
);
create index programme_path_day on programme (path, happened_on);
create index programme_day on programme (happened_on);
create index programme_due on programme (path, due_on) where due_on is not null;
create index programme_search on programme using gin (search_folded gin_trgm_ops);

create table programme_rev (like programme);
alter table programme_rev add constraint programme_rev_pk primary key (unit_id, id, rev);
comment on table programme_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table programme_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint programme_step_kind_known check (kind in ('tasks-done', 'labour-days', 'reviewed', 'renewed', 'ended')),
  happened_on date not null,
  due_before date,
  due_on date,
  tasks_done integer constraint programme_step_tasks_done_bounded check (tasks_done between 1 and 10000),
  result text,
  labour_days numeric constraint programme_step_labour_days_bounded check (labour_days between 0 and 1000000),
  scope text constraint programme_step_scope_known check (scope in ('interim', 'yearly', 'final')),
  paper text,
  review_again_on date,
  new_ends_on date,
  reason text constraint programme_step_reason_known check (reason in ('completed', 'replaced', 'party-ended', 'other')),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint programme_step_pk primary key (unit_id, entry_id, seq),
  constraint programme_step_entry_fk foreign key (unit_id, entry_id) references programme (unit_id, id)
);
create index programme_step_day on programme_step (path, kind, happened_on);

alter table programme enable row level security;
create policy programme_scope on programme using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table programme_rev enable row level security;
create policy programme_rev_scope on programme_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table programme_step enable row level security;
create policy programme_step_scope on programme_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on programme to kheo_app;
grant select, insert on programme_rev, programme_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on programme_step to kheo_app;
