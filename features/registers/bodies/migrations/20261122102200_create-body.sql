-- Sổ tổ chức: Luật Thực hiện dân chủ ở cơ sở 2022; Luật Hòa giải ở cơ sở 2013; quyết định thành lập, kiện toàn
create table body (
  unit_id text not null constraint body_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint body_state_known check (state in ('standing', 'ended')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint body_kind_known check (kind in ('steering-committee', 'mobilisation-bloc', 'mobilisation-team', 'people-inspectorate', 'office-inspectorate', 'investment-board', 'mediation-team', 'office', 'state-enterprise', 'other')),
  name text not null default '',
  village text not null default '',
  project text not null default '',
  members integer constraint body_members_bounded check (members between 0 and 9999),
  deputies integer constraint body_deputies_bounded check (deputies between 0 and 99),
  women integer constraint body_women_bounded check (women between 0 and 9999),
  posts text not null default '',
  staff integer constraint body_staff_bounded check (staff between 0 and 99999),
  decision text not null default '',
  term_from date,
  term_to date,
  membership text constraint body_membership_known check (membership in ('enough', 'too-few', 'too-many-deputies')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint body_pk primary key (unit_id, id),
  constraint body_entry_no_unique unique (unit_id, entry_no)
);
create index body_path_day on body (path, happened_on);
create index body_day on body (happened_on);
create index body_due on body (path, due_on) where due_on is not null;
create index body_search on body using gin (search_folded gin_trgm_ops);

create table body_rev (like body);
alter table body_rev add constraint body_rev_pk primary key (unit_id, id, rev);
comment on table body_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table body_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint body_step_kind_known check (kind in ('restaffed', 'ended')),
  happened_on date not null,
  due_before date,
  due_on date,
  members integer constraint body_step_members_bounded check (members between 0 and 9999),
  deputies integer constraint body_step_deputies_bounded check (deputies between 0 and 99),
  women integer constraint body_step_women_bounded check (women between 0 and 9999),
  decision text,
  term_to date,
  membership text constraint body_step_membership_known check (membership in ('enough', 'too-few', 'too-many-deputies')),
  reason text constraint body_step_reason_known check (reason in ('completed', 'merged', 'dissolved')),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint body_step_pk primary key (unit_id, entry_id, seq),
  constraint body_step_entry_fk foreign key (unit_id, entry_id) references body (unit_id, id)
);
create index body_step_day on body_step (path, kind, happened_on);

alter table body enable row level security;
create policy body_scope on body using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table body_rev enable row level security;
create policy body_rev_scope on body_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table body_step enable row level security;
create policy body_step_scope on body_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on body to kheo_app;
grant select, insert on body_rev, body_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on body_step to kheo_app;
