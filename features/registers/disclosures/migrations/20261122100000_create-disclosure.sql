-- Sổ công khai: Luật Thực hiện dân chủ ở cơ sở 2022, Điều 11–14
create table disclosure (
  unit_id text not null constraint disclosure_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint disclosure_state_known check (state in ('open', 'ended')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  item text constraint disclosure_item_known check (item in ('development-plan', 'budget', 'projects-and-land', 'democracy-rules', 'staff-duties', 'contribution-funds', 'support-programmes', 'inspection-results', 'answers-to-opinions', 'taxes-and-fees', 'procedures', 'other-by-law', 'military-call-up', 'household-assessment')),
  subject text not null default '',
  decision text not null default '',
  posted_from date,
  posted_until date,
  posted_at text not null default '',
  web_from date,
  web_until date,
  web_address text not null default '',
  loudspeaker_from date,
  loudspeaker_days integer constraint disclosure_loudspeaker_days_bounded check (loudspeaker_days between 0 and 366),
  village_heads_on date,
  village_head_ways text[] not null default '{}' constraint disclosure_village_head_ways_known check (village_head_ways <@ array['meeting', 'door-to-door', 'message', 'social-network']),
  document_on date,
  meeting_on date,
  reception_on date,
  organisations_on date,
  network_on date,
  other_on date,
  remark text not null default '',
  verdict text constraint disclosure_verdict_known check (verdict in ('correct', 'running', 'incorrect')),
  forms_verdict text constraint disclosure_forms_verdict_known check (forms_verdict in ('complete', 'incomplete')),
  time_verdict text constraint disclosure_time_verdict_known check (time_verdict in ('enough', 'running', 'late', 'too-short')),
  required text[] not null default '{}' constraint disclosure_required_known check (required <@ array['posting', 'website', 'loudspeaker', 'village-head', 'document', 'meeting', 'reception', 'organisations', 'network', 'other']),
  missing text[] not null default '{}' constraint disclosure_missing_known check (missing <@ array['posting', 'website', 'loudspeaker', 'village-head', 'document', 'meeting', 'reception', 'organisations', 'network', 'other']),
  started_late text[] not null default '{}' constraint disclosure_started_late_known check (started_late <@ array['posting', 'website', 'loudspeaker', 'village-head', 'document', 'meeting', 'reception', 'organisations', 'network', 'other']),
  too_short text[] not null default '{}' constraint disclosure_too_short_known check (too_short <@ array['posting', 'website', 'loudspeaker', 'village-head', 'document', 'meeting', 'reception', 'organisations', 'network', 'other']),
  start_by date,
  post_until date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint disclosure_pk primary key (unit_id, id),
  constraint disclosure_entry_no_unique unique (unit_id, entry_no)
);
create index disclosure_path_day on disclosure (path, happened_on);
create index disclosure_day on disclosure (happened_on);
create index disclosure_due on disclosure (path, due_on) where due_on is not null;
create index disclosure_search on disclosure using gin (search_folded gin_trgm_ops);

create table disclosure_rev (like disclosure);
alter table disclosure_rev add constraint disclosure_rev_pk primary key (unit_id, id, rev);
comment on table disclosure_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table disclosure_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint disclosure_step_kind_known check (kind in ('taken-down')),
  happened_on date not null,
  due_before date,
  due_on date,
  minutes text,
  is_cut_short boolean,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint disclosure_step_pk primary key (unit_id, entry_id, seq),
  constraint disclosure_step_entry_fk foreign key (unit_id, entry_id) references disclosure (unit_id, id)
);
create index disclosure_step_day on disclosure_step (path, kind, happened_on);

alter table disclosure enable row level security;
create policy disclosure_scope on disclosure using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table disclosure_rev enable row level security;
create policy disclosure_rev_scope on disclosure_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table disclosure_step enable row level security;
create policy disclosure_step_scope on disclosure_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on disclosure to kheo_app;
grant select, insert on disclosure_rev, disclosure_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on disclosure_step to kheo_app;
