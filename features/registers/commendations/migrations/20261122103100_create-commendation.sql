-- Sổ khen thưởng: Luật Thi đua, khen thưởng 2022; Nghị định 98/2023/NĐ-CP; Nghị định 152/2025/NĐ-CP
create table commendation (
  unit_id text not null constraint commendation_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint commendation_state_known check (state in ('nominated', 'considered', 'decided', 'presented', 'refused', 'revoked')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  winner text constraint commendation_winner_known check (winner in ('collective', 'individual')),
  name text not null default '',
  post text not null default '',
  is_leader boolean not null default false,
  body text not null default '',
  form text constraint commendation_form_known check (form in ('certificate-of-merit', 'provincial-certificate', 'advanced-worker', 'emulation-fighter', 'advanced-collective', 'excellent-collective', 'state-award', 'other')),
  level text constraint commendation_level_known check (level in ('commune', 'district', 'department', 'province', 'central')),
  ground text constraint commendation_ground_known check (ground in ('merit', 'campaign', 'sudden')),
  subject text constraint commendation_subject_known check (subject in ('dan-van', 'qcdc', 'dvk', 'dvcq')),
  achievement text not null default '',
  proposal text not null default '',
  model uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint commendation_pk primary key (unit_id, id),
  constraint commendation_entry_no_unique unique (unit_id, entry_no)
);
create index commendation_path_day on commendation (path, happened_on);
create index commendation_day on commendation (happened_on);
create index commendation_due on commendation (path, due_on) where due_on is not null;
create index commendation_search on commendation using gin (search_folded gin_trgm_ops);

create table commendation_rev (like commendation);
alter table commendation_rev add constraint commendation_rev_pk primary key (unit_id, id, rev);
comment on table commendation_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table commendation_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint commendation_step_kind_known check (kind in ('considered', 'decided', 'refused', 'presented', 'revoked')),
  happened_on date not null,
  due_before date,
  due_on date,
  votes_for integer constraint commendation_step_votes_for_bounded check (votes_for between 0 and 1000),
  votes_of integer constraint commendation_step_votes_of_bounded check (votes_of between 1 and 1000),
  minutes text,
  verdict text constraint commendation_step_verdict_known check (verdict in ('enough', 'too-few')),
  decision text,
  award_money bigint constraint commendation_step_award_money_not_negative check (award_money >= 0),
  money_given bigint constraint commendation_step_money_given_not_negative check (money_given >= 0),
  reason text,
  occasion text,
  revocation text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint commendation_step_pk primary key (unit_id, entry_id, seq),
  constraint commendation_step_entry_fk foreign key (unit_id, entry_id) references commendation (unit_id, id)
);
create index commendation_step_day on commendation_step (path, kind, happened_on);

alter table commendation enable row level security;
create policy commendation_scope on commendation using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table commendation_rev enable row level security;
create policy commendation_rev_scope on commendation_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table commendation_step enable row level security;
create policy commendation_step_scope on commendation_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on commendation to kheo_app;
grant select, insert on commendation_rev, commendation_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on commendation_step to kheo_app;
