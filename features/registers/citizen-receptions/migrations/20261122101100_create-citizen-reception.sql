-- Sổ tiếp công dân: Luật Tiếp công dân 2013; Thông tư 04/2021/TT-TTCP (mẫu 03); Thông tư 01/2024/TT-TTCP (biểu 01/TCD)
create table citizen_reception (
  unit_id text not null constraint citizen_reception_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint citizen_reception_state_known check (state in ('received', 'answered')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  log_no text not null default '',
  kind text constraint citizen_reception_kind_known check (kind in ('regular', 'head-scheduled', 'head-unscheduled', 'delegated')),
  head text constraint citizen_reception_head_known check (head in ('commune-chair', 'commune-secretary', 'district-chair', 'province-chair', 'province-secretary', 'agency-head')),
  is_online boolean not null default false,
  visits integer constraint citizen_reception_visits_bounded check (visits between 0 and 10000),
  persons integer constraint citizen_reception_persons_bounded check (persons between 0 and 100000),
  first_cases integer constraint citizen_reception_first_cases_bounded check (first_cases between 0 and 10000),
  repeat_cases integer constraint citizen_reception_repeat_cases_bounded check (repeat_cases between 0 and 10000),
  groups integer constraint citizen_reception_groups_bounded check (groups between 0 and 10000),
  topic text constraint citizen_reception_topic_known check (topic in ('land', 'policy', 'officials', 'other')),
  matter text not null default '',
  accepted integer constraint citizen_reception_accepted_bounded check (accepted between 0 and 10000),
  guided integer constraint citizen_reception_guided_bounded check (guided between 0 and 10000),
  transferred integer constraint citizen_reception_transferred_bounded check (transferred between 0 and 10000),
  awaiting integer constraint citizen_reception_awaiting_bounded check (awaiting between 0 and 10000),
  remark text not null default '',
  cases integer constraint citizen_reception_cases_bounded check (cases between 0 and 20000),
  delegation text constraint citizen_reception_delegation_known check (delegation in ('allowed', 'not-allowed')),
  least_days integer constraint citizen_reception_least_days_bounded check (least_days between 0 and 31),
  least_days_per text constraint citizen_reception_least_days_per_known check (least_days_per in ('week', 'month')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint citizen_reception_pk primary key (unit_id, id),
  constraint citizen_reception_entry_no_unique unique (unit_id, entry_no)
);
create index citizen_reception_path_day on citizen_reception (path, happened_on);
create index citizen_reception_day on citizen_reception (happened_on);
create index citizen_reception_due on citizen_reception (path, due_on) where due_on is not null;
create index citizen_reception_search on citizen_reception using gin (search_folded gin_trgm_ops);

create table citizen_reception_rev (like citizen_reception);
alter table citizen_reception_rev add constraint citizen_reception_rev_pk primary key (unit_id, id, rev);
comment on table citizen_reception_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table citizen_reception_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint citizen_reception_step_kind_known check (kind in ('result-noted', 'answered')),
  happened_on date not null,
  due_before date,
  due_on date,
  result text,
  paper text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint citizen_reception_step_pk primary key (unit_id, entry_id, seq),
  constraint citizen_reception_step_entry_fk foreign key (unit_id, entry_id) references citizen_reception (unit_id, id)
);
create index citizen_reception_step_day on citizen_reception_step (path, kind, happened_on);

alter table citizen_reception enable row level security;
create policy citizen_reception_scope on citizen_reception using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table citizen_reception_rev enable row level security;
create policy citizen_reception_rev_scope on citizen_reception_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table citizen_reception_step enable row level security;
create policy citizen_reception_step_scope on citizen_reception_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on citizen_reception to kheo_app;
grant select, insert on citizen_reception_rev, citizen_reception_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on citizen_reception_step to kheo_app;
