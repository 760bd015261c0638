-- Sổ hoạt động: Báo cáo sơ kết, tổng kết công tác dân vận; Luật Thực hiện dân chủ ở cơ sở 2022 (hội nghị cán bộ, công chức, viên chức, người lao động)
create table activity (
  unit_id text not null constraint activity_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint activity_state_known check (state in ('held')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint activity_kind_known check (kind in ('propaganda-meeting', 'training', 'community-visit', 'staff-conference', 'workers-conference', 'news', 'joint-work', 'other')),
  title text not null default '',
  body text not null default '',
  attendees integer constraint activity_attendees_bounded check (attendees between 0 and 1000000),
  summoned integer constraint activity_summoned_bounded check (summoned between 0 and 1000000),
  present integer constraint activity_present_bounded check (present between 0 and 1000000),
  year_ended_on date,
  items integer constraint activity_items_bounded check (items between 1 and 10000),
  place text not null default '',
  leader text not null default '',
  result text not null default '',
  quorum text constraint activity_quorum_known check (quorum in ('enough', 'too-few')),
  held_in_time text constraint activity_held_in_time_known check (held_in_time in ('in-time', 'late')),
  body_key text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint activity_pk primary key (unit_id, id),
  constraint activity_entry_no_unique unique (unit_id, entry_no)
);
create index activity_path_day on activity (path, happened_on);
create index activity_day on activity (happened_on);
create index activity_due on activity (path, due_on) where due_on is not null;
create index activity_search on activity using gin (search_folded gin_trgm_ops);

create table activity_rev (like activity);
alter table activity_rev add constraint activity_rev_pk primary key (unit_id, id, rev);
comment on table activity_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table activity_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null,
  happened_on date not null,
  due_before date,
  due_on date,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint activity_step_pk primary key (unit_id, entry_id, seq),
  constraint activity_step_entry_fk foreign key (unit_id, entry_id) references activity (unit_id, id)
);
create index activity_step_day on activity_step (path, kind, happened_on);

alter table activity enable row level security;
create policy activity_scope on activity using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table activity_rev enable row level security;
create policy activity_rev_scope on activity_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table activity_step enable row level security;
create policy activity_step_scope on activity_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on activity to kheo_app;
grant select, insert on activity_rev, activity_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on activity_step to kheo_app;
