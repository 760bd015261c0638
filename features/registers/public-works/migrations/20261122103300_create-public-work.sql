-- Sổ công trình, danh hiệu văn hóa: Luật Thực hiện dân chủ ở cơ sở 2022; quy định về xét tặng danh hiệu văn hóa
create table public_work (
  unit_id text not null constraint public_work_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint public_work_state_known check (state in ('under-way', 'finished', 'handed-over', 'recognised', 'dropped')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint public_work_kind_known check (kind in ('road', 'lighting', 'camera', 'culture-house', 'water', 'environment', 'school-health', 'other', 'culture-title')),
  name text not null default '',
  village text not null default '',
  length numeric constraint public_work_length_bounded check (length between 0 and 1000000000),
  items integer constraint public_work_items_bounded check (items between 0 and 1000000000),
  area numeric constraint public_work_area_bounded check (area between 0 and 1000000000),
  decision text not null default '',
  meeting uuid,
  finish_by date,
  state_money bigint constraint public_work_state_money_not_negative check (state_money >= 0),
  people_money bigint constraint public_work_people_money_not_negative check (people_money >= 0),
  other_money bigint constraint public_work_other_money_not_negative check (other_money >= 0),
  remark text not null default '',
  total_money bigint constraint public_work_total_money_not_negative check (total_money >= 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint public_work_pk primary key (unit_id, id),
  constraint public_work_entry_no_unique unique (unit_id, entry_no)
);
create index public_work_path_day on public_work (path, happened_on);
create index public_work_day on public_work (happened_on);
create index public_work_due on public_work (path, due_on) where due_on is not null;
create index public_work_search on public_work using gin (search_folded gin_trgm_ops);

create table public_work_rev (like public_work);
alter table public_work_rev add constraint public_work_rev_pk primary key (unit_id, id, rev);
comment on table public_work_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table public_work_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint public_work_step_kind_known check (kind in ('postponed', 'finished', 'handed-over', 'recognised', 'dropped')),
  happened_on date not null,
  due_before date,
  due_on date,
  new_finish_by date,
  reason text,
  served integer constraint public_work_step_served_bounded check (served between 0 and 1000000),
  final_money bigint constraint public_work_step_final_money_not_negative check (final_money >= 0),
  final_people_money bigint constraint public_work_step_final_people_money_not_negative check (final_people_money >= 0),
  settled_money bigint constraint public_work_step_settled_money_not_negative check (settled_money >= 0),
  settled_people_money bigint constraint public_work_step_settled_people_money_not_negative check (settled_people_money >= 0),
  keeper text,
  title_decision text,
  families integer constraint public_work_step_families_bounded check (families between 0 and 1000000),
  quarters integer constraint public_work_step_quarters_bounded check (quarters between 0 and 10000),
  offices integer constraint public_work_step_offices_bounded check (offices between 0 and 10000),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint public_work_step_pk primary key (unit_id, entry_id, seq),
  constraint public_work_step_entry_fk foreign key (unit_id, entry_id) references public_work (unit_id, id)
);
create index public_work_step_day on public_work_step (path, kind, happened_on);

alter table public_work enable row level security;
create policy public_work_scope on public_work using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table public_work_rev enable row level security;
create policy public_work_rev_scope on public_work_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table public_work_step enable row level security;
create policy public_work_step_scope on public_work_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on public_work to kheo_app;
grant select, insert on public_work_rev, public_work_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on public_work_step to kheo_app;
