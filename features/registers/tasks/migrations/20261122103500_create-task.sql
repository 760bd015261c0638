-- Sổ theo dõi nhiệm vụ: Quy chế làm việc; chế độ theo dõi thực hiện thông báo kết luận
create table task (
  unit_id text not null constraint task_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint task_state_known check (state in ('set', 'in-progress', 'done', 'cancelled')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  content text not null default '',
  origin text constraint task_origin_known check (origin in ('conference', 'directive', 'programme', 'other')),
  conference uuid,
  directive uuid,
  programme uuid,
  basis text not null default '',
  lead text not null default '',
  helpers text not null default '',
  due_by date,
  product text not null default '',
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint task_pk primary key (unit_id, id),
  constraint task_entry_no_unique unique (unit_id, entry_no)
);
create index task_path_day on task (path, happened_on);
create index task_day on task (happened_on);
create index task_due on task (path, due_on) where due_on is not null;
create index task_search on task using gin (search_folded gin_trgm_ops);

create table task_rev (like task);
alter table task_rev add constraint task_rev_pk primary key (unit_id, id, rev);
comment on table task_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table task_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint task_step_kind_known check (kind in ('progressed', 'extended', 'done', 'cancelled')),
  happened_on date not null,
  due_before date,
  due_on date,
  percent integer constraint task_step_percent_bounded check (percent between 0 and 100),
  progress text,
  new_due_by date,
  reason text,
  paper text,
  result text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint task_step_pk primary key (unit_id, entry_id, seq),
  constraint task_step_entry_fk foreign key (unit_id, entry_id) references task (unit_id, id)
);
create index task_step_day on task_step (path, kind, happened_on);

alter table task enable row level security;
create policy task_scope on task using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table task_rev enable row level security;
create policy task_rev_scope on task_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table task_step enable row level security;
create policy task_step_scope on task_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on task to kheo_app;
grant select, insert on task_rev, task_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on task_step to kheo_app;
