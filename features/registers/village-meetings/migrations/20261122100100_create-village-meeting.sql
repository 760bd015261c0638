-- Sổ họp dân: Luật Thực hiện dân chủ ở cơ sở 2022, Điều 15–21; Nghị định 59/2023/NĐ-CP
create table village_meeting (
  unit_id text not null constraint village_meeting_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint village_meeting_state_known check (state in ('held', 'documented')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  village text not null default '',
  caller text constraint village_meeting_caller_known check (caller in ('village-head', 'appointed', 'front-head')),
  form text constraint village_meeting_form_known check (form in ('whole', 'clusters', 'ballots', 'online')),
  households integer constraint village_meeting_households_bounded check (households between 1 and 100000),
  represented integer constraint village_meeting_represented_bounded check (represented between 0 and 100000),
  clusters integer constraint village_meeting_clusters_bounded check (clusters between 2 and 100),
  is_scattered boolean not null default false,
  place text not null default '',
  content text not null default '',
  recount_reason text not null default '',
  cluster_ground text constraint village_meeting_cluster_ground_known check (cluster_ground in ('households', 'scattered', 'none')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint village_meeting_pk primary key (unit_id, id),
  constraint village_meeting_entry_no_unique unique (unit_id, entry_no)
);
create index village_meeting_path_day on village_meeting (path, happened_on);
create index village_meeting_day on village_meeting (happened_on);
create index village_meeting_due on village_meeting (path, due_on) where due_on is not null;
create index village_meeting_search on village_meeting using gin (search_folded gin_trgm_ops);

create table village_meeting_rev (like village_meeting);
alter table village_meeting_rev add constraint village_meeting_rev_pk primary key (unit_id, id, rev);
comment on table village_meeting_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table village_meeting_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint village_meeting_step_kind_known check (kind in ('voted', 'documented', 'recognised')),
  happened_on date not null,
  due_before date,
  due_on date,
  matter text constraint village_meeting_step_matter_known check (matter in ('contribution', 'collection', 'convention', 'village-head', 'supervision-bodies', 'self-management')),
  question text,
  way text constraint village_meeting_step_way_known check (way in ('hands', 'secret', 'ballots', 'online')),
  agree integer constraint village_meeting_step_agree_bounded check (agree between 0 and 100000),
  disagree integer constraint village_meeting_step_disagree_bounded check (disagree between 0 and 100000),
  other integer constraint village_meeting_step_other_bounded check (other between 0 and 100000),
  by_cluster text,
  verdict text constraint village_meeting_step_verdict_known check (verdict in ('passed', 'not-passed', 'no-rule')),
  needed integer constraint village_meeting_step_needed_bounded check (needed between 0 and 1000000000),
  of_households integer constraint village_meeting_step_of_households_bounded check (of_households between 0 and 1000000000),
  agree_percent numeric constraint village_meeting_step_agree_percent_bounded check (agree_percent between 0 and 100),
  reckoning text,
  rule_source text,
  paper_kind text constraint village_meeting_step_paper_kind_known check (paper_kind in ('resolution', 'minutes', 'memorandum', 'agreement')),
  paper text,
  recognition text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint village_meeting_step_pk primary key (unit_id, entry_id, seq),
  constraint village_meeting_step_entry_fk foreign key (unit_id, entry_id) references village_meeting (unit_id, id)
);
create index village_meeting_step_day on village_meeting_step (path, kind, happened_on);

alter table village_meeting enable row level security;
create policy village_meeting_scope on village_meeting using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_meeting_rev enable row level security;
create policy village_meeting_rev_scope on village_meeting_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_meeting_step enable row level security;
create policy village_meeting_step_scope on village_meeting_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on village_meeting to kheo_app;
grant select, insert on village_meeting_rev, village_meeting_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on village_meeting_step to kheo_app;
