-- Sổ giám sát: Luật Thực hiện dân chủ ở cơ sở 2022; Quyết định 217-QĐ/TW
create table supervision (
  unit_id text not null constraint supervision_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint supervision_state_known check (state in ('supervised', 'answered', 'closed')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  supervisor text constraint supervision_supervisor_known check (supervisor in ('people-inspectorate', 'investment-board', 'front', 'mass-organisation')),
  organisation text constraint supervision_organisation_known check (organisation in ('women', 'farmers', 'veterans', 'youth', 'trade-union')),
  subject text not null default '',
  way text constraint supervision_way_known check (way in ('team', 'papers', 'onsite', 'joint')),
  supervised text not null default '',
  project text not null default '',
  project_code text not null default '',
  village text not null default '',
  findings text not null default '',
  recommendations integer constraint supervision_recommendations_bounded check (recommendations between 0 and 999),
  recommended text not null default '',
  sent_to text not null default '',
  paper text not null default '',
  answer_by date,
  counted_as text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint supervision_pk primary key (unit_id, id),
  constraint supervision_entry_no_unique unique (unit_id, entry_no)
);
create index supervision_path_day on supervision (path, happened_on);
create index supervision_day on supervision (happened_on);
create index supervision_due on supervision (path, due_on) where due_on is not null;
create index supervision_search on supervision using gin (search_folded gin_trgm_ops);

create table supervision_rev (like supervision);
alter table supervision_rev add constraint supervision_rev_pk primary key (unit_id, id, rev);
comment on table supervision_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table supervision_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint supervision_step_kind_known check (kind in ('urged', 'answered', 'closed')),
  happened_on date not null,
  due_before date,
  due_on date,
  urged_by text,
  resolved integer constraint supervision_step_resolved_bounded check (resolved between 0 and 999),
  answer text,
  answer_paper text,
  next_on date,
  still_open integer constraint supervision_step_still_open_bounded check (still_open between 0 and 999),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint supervision_step_pk primary key (unit_id, entry_id, seq),
  constraint supervision_step_entry_fk foreign key (unit_id, entry_id) references supervision (unit_id, id)
);
create index supervision_step_day on supervision_step (path, kind, happened_on);

alter table supervision enable row level security;
create policy supervision_scope on supervision using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table supervision_rev enable row level security;
create policy supervision_rev_scope on supervision_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table supervision_step enable row level security;
create policy supervision_step_scope on supervision_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on supervision to kheo_app;
grant select, insert on supervision_rev, supervision_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on supervision_step to kheo_app;
