-- Old reports that are read: the file, what was read in it, the steps of its life, and the queue of those that wait.
create table reading (
  unit_id text not null constraint reading_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  hash text not null constraint reading_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  name text not null constraint reading_name_length check (char_length(name) between 1 and 160),
  size integer not null constraint reading_size_positive check (size > 0),
  batch uuid not null,
  added_at timestamptz not null,
  added_by text not null,
  added_title text not null,
  constraint reading_pk primary key (unit_id, id)
);
comment on table reading is 'A file that a unit gave to read. Its bytes lie in the file store under the hash; its state is the fold of its steps.';
comment on column reading.unit_id is 'The unit that added the file; its figures may be of a unit whose books it keeps.';
create index reading_batch on reading (unit_id, batch);
create index reading_hash on reading (hash);

create table reading_step (
  unit_id text not null,
  reading_id uuid not null,
  seq integer not null constraint reading_step_from_one check (seq > 0),
  kind text not null constraint reading_step_kind_known check (kind in ('added', 'read', 'failed', 'retried', 'placed', 'decided', 'saved', 'undone', 'discarded')),
  path text collate "C" not null,
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  body jsonb not null,
  constraint reading_step_pk primary key (unit_id, reading_id, seq),
  constraint reading_step_reading_fk foreign key (unit_id, reading_id) references reading (unit_id, id)
);
comment on table reading_step is 'Signed steps, append-only. A step''s body carries the counts after it, so that a list need not fold.';

create table reading_content (
  unit_id text not null,
  reading_id uuid not null,
  path text collate "C" not null,
  kind text not null,
  encoding text,
  text text not null,
  found jsonb not null,
  claims jsonb not null,
  constraint reading_content_pk primary key (unit_id, reading_id),
  constraint reading_content_reading_fk foreign key (unit_id, reading_id) references reading (unit_id, id)
);
comment on table reading_content is 'What was read. Numbers of persons were masked in the text before it came here; names of officials are not kept apart from it.';
comment on column reading_content.claims is 'Numbers of the text taken for indicators, judged again when the reading is placed elsewhere.';

create table reading_job (
  unit_id text not null,
  reading_id uuid not null,
  path text collate "C" not null,
  tries integer not null default 0,
  due_at timestamptz not null,
  leased_until timestamptz,
  constraint reading_job_pk primary key (unit_id, reading_id),
  constraint reading_job_reading_fk foreign key (unit_id, reading_id) references reading (unit_id, id)
);
comment on table reading_job is 'Files that wait to be read. A worker that dies leaves its lease to run out; nothing else of it stays.';
create index reading_job_due on reading_job (due_at);

alter table reading enable row level security;
create policy reading_scope on reading using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table reading_step enable row level security;
create policy reading_step_scope on reading_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table reading_content enable row level security;
create policy reading_content_scope on reading_content using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table reading_job enable row level security;
create policy reading_job_scope on reading_job using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');

grant select, insert on reading, reading_step to kheo_app;
grant select, insert, update, delete on reading_content, reading_job to kheo_app;
