-- Sổ an sinh xã hội: Báo cáo sơ kết, tổng kết công tác dân vận
create table welfare (
  unit_id text not null constraint welfare_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint welfare_state_known check (state in ('recorded', 'part-handed-over', 'handed-over')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint welfare_kind_known check (kind in ('gifts', 'house-built', 'house-repaired', 'livelihood', 'other')),
  occasion text constraint welfare_occasion_known check (occasion in ('lunar-new-year', 'war-invalids-day', 'month-for-the-poor', 'unity-day', 'school-year', 'disaster', 'other')),
  recipients text constraint welfare_recipients_known check (recipients in ('policy-families', 'poor', 'near-poor', 'disadvantaged', 'social-protection', 'elderly', 'children', 'workers', 'disaster-stricken', 'mixed')),
  parcels integer constraint welfare_parcels_bounded check (parcels between 1 and 1000000),
  houses integer constraint welfare_houses_bounded check (houses between 1 and 1000),
  value bigint constraint welfare_value_not_negative check (value >= 0),
  finish_by date,
  origin text constraint welfare_origin_known check (origin in ('budget', 'fund-for-the-poor', 'higher-level', 'enterprises', 'community', 'mixed')),
  sponsor text not null default '',
  village text not null default '',
  decision text not null default '',
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint welfare_pk primary key (unit_id, id),
  constraint welfare_entry_no_unique unique (unit_id, entry_no)
);
create index welfare_path_day on welfare (path, happened_on);
create index welfare_day on welfare (happened_on);
create index welfare_due on welfare (path, due_on) where due_on is not null;
create index welfare_search on welfare using gin (search_folded gin_trgm_ops);

create table welfare_rev (like welfare);
alter table welfare_rev add constraint welfare_rev_pk primary key (unit_id, id, rev);
comment on table welfare_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table welfare_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint welfare_step_kind_known check (kind in ('part-handed-over', 'handed-over')),
  happened_on date not null,
  due_before date,
  due_on date,
  houses_handed integer constraint welfare_step_houses_handed_bounded check (houses_handed between 1 and 1000),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint welfare_step_pk primary key (unit_id, entry_id, seq),
  constraint welfare_step_entry_fk foreign key (unit_id, entry_id) references welfare (unit_id, id)
);
create index welfare_step_day on welfare_step (path, kind, happened_on);

alter table welfare enable row level security;
create policy welfare_scope on welfare using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table welfare_rev enable row level security;
create policy welfare_rev_scope on welfare_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table welfare_step enable row level security;
create policy welfare_step_scope on welfare_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on welfare to kheo_app;
grant select, insert on welfare_rev, welfare_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on welfare_step to kheo_app;
