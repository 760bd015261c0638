-- Sổ nắm tình hình Nhân dân: Báo cáo sơ kết, tổng kết công tác dân vận; quy định về nắm tình hình Nhân dân của cấp ủy
create table public_mood (
  unit_id text not null constraint public_mood_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint public_mood_state_known check (state in ('noted', 'passed-on', 'resolved', 'closed')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  matter text not null default '',
  village text not null default '',
  topic text constraint public_mood_topic_known check (topic in ('land', 'environment', 'works', 'policy', 'economy', 'government', 'order', 'culture-education-health', 'ethnic-religious', 'other')),
  level text constraint public_mood_level_known check (level in ('ordinary', 'issue', 'pressing')),
  opinions integer constraint public_mood_opinions_bounded check (opinions between 0 and 100000),
  channel text constraint public_mood_channel_known check (channel in ('village', 'organisations', 'meetings', 'reception', 'media', 'other')),
  proposal text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint public_mood_pk primary key (unit_id, id),
  constraint public_mood_entry_no_unique unique (unit_id, entry_no)
);
create index public_mood_path_day on public_mood (path, happened_on);
create index public_mood_day on public_mood (happened_on);
create index public_mood_due on public_mood (path, due_on) where due_on is not null;
create index public_mood_search on public_mood using gin (search_folded gin_trgm_ops);

create table public_mood_rev (like public_mood);
alter table public_mood_rev add constraint public_mood_rev_pk primary key (unit_id, id, rev);
comment on table public_mood_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table public_mood_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint public_mood_step_kind_known check (kind in ('became-pressing', 'passed-on', 'followed', 'resolved', 'closed')),
  happened_on date not null,
  due_before date,
  due_on date,
  passed_to text constraint public_mood_step_passed_to_known check (passed_to in ('party-committee', 'peoples-committee', 'front', 'police', 'army', 'higher-level', 'other')),
  paper text,
  answer_by date,
  progress text,
  outcome text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint public_mood_step_pk primary key (unit_id, entry_id, seq),
  constraint public_mood_step_entry_fk foreign key (unit_id, entry_id) references public_mood (unit_id, id)
);
create index public_mood_step_day on public_mood_step (path, kind, happened_on);

alter table public_mood enable row level security;
create policy public_mood_scope on public_mood using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table public_mood_rev enable row level security;
create policy public_mood_rev_scope on public_mood_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table public_mood_step enable row level security;
create policy public_mood_step_scope on public_mood_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on public_mood to kheo_app;
grant select, insert on public_mood_rev, public_mood_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on public_mood_step to kheo_app;
