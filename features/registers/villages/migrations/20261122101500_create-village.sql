-- Sổ địa bàn: Luật Thực hiện dân chủ ở cơ sở 2022; quy định về tổ chức và hoạt động của thôn, tổ dân phố
create table village (
  unit_id text not null constraint village_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint village_state_known check (state in ('active', 'ended')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  name text not null default '',
  kind text constraint village_kind_known check (kind in ('village', 'residential-group')),
  households integer constraint village_households_bounded check (households between 0 and 100000),
  residents integer constraint village_residents_bounded check (residents between 0 and 1000000),
  area numeric constraint village_area_bounded check (area between 0 and 1000000),
  origin text constraint village_origin_known check (origin in ('standing', 'newly-made', 'merged', 'divided')),
  decision text not null default '',
  meeting_place text not null default '',
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint village_pk primary key (unit_id, id),
  constraint village_entry_no_unique unique (unit_id, entry_no)
);
create index village_path_day on village (path, happened_on);
create index village_day on village (happened_on);
create index village_due on village (path, due_on) where due_on is not null;
create index village_search on village using gin (search_folded gin_trgm_ops);

create table village_rev (like village);
alter table village_rev add constraint village_rev_pk primary key (unit_id, id, rev);
comment on table village_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table village_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint village_step_kind_known check (kind in ('recounted', 'ended')),
  happened_on date not null,
  due_before date,
  due_on date,
  households integer constraint village_step_households_bounded check (households between 0 and 100000),
  residents integer constraint village_step_residents_bounded check (residents between 0 and 1000000),
  reason text constraint village_step_reason_known check (reason in ('merged', 'divided', 'moved-away', 'dissolved')),
  ending_decision text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint village_step_pk primary key (unit_id, entry_id, seq),
  constraint village_step_entry_fk foreign key (unit_id, entry_id) references village (unit_id, id)
);
create index village_step_day on village_step (path, kind, happened_on);

alter table village enable row level security;
create policy village_scope on village using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_rev enable row level security;
create policy village_rev_scope on village_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_step enable row level security;
create policy village_step_scope on village_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on village to kheo_app;
grant select, insert on village_rev, village_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on village_step to kheo_app;
