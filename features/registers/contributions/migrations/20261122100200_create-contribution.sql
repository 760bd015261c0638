-- Sổ đóng góp của Nhân dân: Luật Thực hiện dân chủ ở cơ sở 2022, Điều 11, Điều 15; quy ước thu, chi của cộng đồng dân cư
create table contribution (
  unit_id text not null constraint contribution_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint contribution_state_known check (state in ('received', 'finished', 'accounted')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  work text not null default '',
  village text not null default '',
  source text constraint contribution_source_known check (source in ('households', 'away', 'groups', 'businesses')),
  households integer constraint contribution_households_bounded check (households between 0 and 100000),
  money bigint constraint contribution_money_not_negative check (money >= 0),
  land numeric constraint contribution_land_bounded check (land between 0 and 10000000),
  labour_days numeric constraint contribution_labour_days_bounded check (labour_days between 0 and 1000000),
  decision uuid,
  public_work uuid,
  receipt text not null default '',
  account_by date,
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint contribution_pk primary key (unit_id, id),
  constraint contribution_entry_no_unique unique (unit_id, entry_no)
);
create index contribution_path_day on contribution (path, happened_on);
create index contribution_day on contribution (happened_on);
create index contribution_due on contribution (path, due_on) where due_on is not null;
create index contribution_search on contribution using gin (search_folded gin_trgm_ops);

create table contribution_rev (like contribution);
alter table contribution_rev add constraint contribution_rev_pk primary key (unit_id, id, rev);
comment on table contribution_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table contribution_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint contribution_step_kind_known check (kind in ('work-finished', 'returned', 'accounted')),
  happened_on date not null,
  due_before date,
  due_on date,
  outcome text,
  served_households integer constraint contribution_step_served_households_bounded check (served_households between 0 and 1000000),
  returned_money bigint constraint contribution_step_returned_money_not_negative check (returned_money >= 0),
  return_reason text,
  used_money bigint constraint contribution_step_used_money_not_negative check (used_money >= 0),
  account text,
  left_money bigint constraint contribution_step_left_money_not_negative check (left_money >= 0),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint contribution_step_pk primary key (unit_id, entry_id, seq),
  constraint contribution_step_entry_fk foreign key (unit_id, entry_id) references contribution (unit_id, id)
);
create index contribution_step_day on contribution_step (path, kind, happened_on);

alter table contribution enable row level security;
create policy contribution_scope on contribution using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table contribution_rev enable row level security;
create policy contribution_rev_scope on contribution_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table contribution_step enable row level security;
create policy contribution_step_scope on contribution_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on contribution to kheo_app;
grant select, insert on contribution_rev, contribution_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on contribution_step to kheo_app;
