-- Sổ hội nghị: Quy chế làm việc, chế độ hội họp của cấp ủy, chính quyền
create table conference (
  unit_id text not null constraint conference_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint conference_state_known check (state in ('planned', 'held', 'concluded', 'filed', 'cancelled')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint conference_kind_known check (kind in ('briefing', 'interim-review', 'final-review', 'thematic')),
  title text not null default '',
  subjects text[] not null default '{}' constraint conference_subjects_known check (subjects <@ array['dan-van', 'qcdc', 'dvk', 'dvcq', 'coordination', 'other']),
  place text not null default '',
  chair text not null default '',
  plan text not null default '',
  invited integer constraint conference_invited_bounded check (invited between 0 and 1000000),
  online_points integer constraint conference_online_points_bounded check (online_points between 0 and 100000),
  papers integer constraint conference_papers_bounded check (papers between 0 and 1000),
  agenda text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint conference_pk primary key (unit_id, id),
  constraint conference_entry_no_unique unique (unit_id, entry_no)
);
create index conference_path_day on conference (path, happened_on);
create index conference_day on conference (happened_on);
create index conference_due on conference (path, due_on) where due_on is not null;
create index conference_search on conference using gin (search_folded gin_trgm_ops);

create table conference_rev (like conference);
alter table conference_rev add constraint conference_rev_pk primary key (unit_id, id, rev);
comment on table conference_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table conference_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint conference_step_kind_known check (kind in ('postponed', 'held', 'concluded', 'filed', 'cancelled')),
  happened_on date not null,
  due_before date,
  due_on date,
  new_day date,
  reason text,
  delegates integer constraint conference_step_delegates_bounded check (delegates between 0 and 1000000),
  points_joined integer constraint conference_step_points_joined_bounded check (points_joined between 0 and 100000),
  papers_read integer constraint conference_step_papers_read_bounded check (papers_read between 0 and 1000),
  notice text,
  main_points text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint conference_step_pk primary key (unit_id, entry_id, seq),
  constraint conference_step_entry_fk foreign key (unit_id, entry_id) references conference (unit_id, id)
);
create index conference_step_day on conference_step (path, kind, happened_on);

alter table conference enable row level security;
create policy conference_scope on conference using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_rev enable row level security;
create policy conference_rev_scope on conference_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_step enable row level security;
create policy conference_step_scope on conference_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on conference to kheo_app;
grant select, insert on conference_rev, conference_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on conference_step to kheo_app;
