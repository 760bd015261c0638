-- A task given down to a unit below: what was asked, by when, and what has come of it. The unit keeps the task in its own book once it has received it.
create table task_share (
  unit_id text not null constraint task_share_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  from_unit text not null constraint task_share_from_fk references unit,
  from_task uuid not null,
  content text not null constraint task_share_content_given check (content <> ''),
  due_on date not null,
  entry_id uuid,
  constraint task_share_pk primary key (unit_id, id)
);
comment on table task_share is 'The unit is the one that received the task; from_unit and from_task are the entry of so_nhiem_vu that was shared out.';
comment on column task_share.entry_id is 'The task in the receiving unit''s own so_nhiem_vu, from the moment it was received.';
create index task_share_from on task_share (from_unit, from_task);
create index task_share_path on task_share (path);

create table task_share_step (
  unit_id text not null,
  share_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint task_share_step_known check (kind in ('given', 'received', 'asked', 'granted', 'declined', 'withdrawn')),
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  new_day date,
  reason text not null default '',
  constraint task_share_step_pk primary key (unit_id, share_id, seq),
  constraint task_share_step_of foreign key (unit_id, share_id) references task_share,
  constraint task_share_step_day check ((kind in ('given', 'asked', 'granted')) = (new_day is not null))
);
comment on column task_share_step.new_day is 'The deadline given, asked for, or granted.';

alter table task_share enable row level security;
alter table task_share_step enable row level security;
create policy task_share_scope on task_share using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
create policy task_share_step_scope on task_share_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on task_share, task_share_step to kheo_app;
grant update (entry_id, due_on) on task_share to kheo_app;
