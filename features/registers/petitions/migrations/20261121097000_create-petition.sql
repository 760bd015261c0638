-- Sổ theo dõi đơn: counts, deadlines and a pointer to the paper log. No name, no content of a denunciation.
create table petition (
  unit_id text not null constraint petition_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null default 1,
  happened_on date not null,
  voided_at timestamptz,
  void_reason text,
  arrival_no text not null default '',
  kind text not null constraint petition_kind_known check (kind in ('complaint', 'denunciation', 'proposal')),
  topic text not null constraint petition_topic_known check (topic in ('land', 'policy', 'officials', 'other')),
  village text not null default '',
  note text not null default '',
  search_folded text not null default '',
  due_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint petition_pk primary key (unit_id, id),
  constraint petition_entry_no_unique unique (unit_id, entry_no)
);
comment on column petition.happened_on is 'Day of receipt.';
comment on column petition.due_on is 'By when the petition must be accepted or handled, from the law in force on the day of receipt.';
comment on column petition.search_folded is 'Number, village and note without tones, for search.';
create index petition_day on petition (path, happened_on);

create table petition_rev (like petition);
alter table petition_rev add constraint petition_rev_pk primary key (unit_id, id, rev);

create table petition_step (
  unit_id text not null,
  petition_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint petition_step_kind_known check (kind in ('classified', 'accepted', 'guided', 'transferred', 'urged', 'filed', 'extended', 'decided', 'withdrawn', 'answered')),
  happened_on date not null,
  admissible boolean,
  competent boolean,
  due_on date,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  constraint petition_step_pk primary key (unit_id, petition_id, seq),
  constraint petition_step_petition_fk foreign key (unit_id, petition_id) references petition (unit_id, id)
);
comment on column petition_step.due_on is 'The day by which the next step must be taken, as computed from the law in force on the day of this step.';
create index petition_step_day on petition_step (path, kind, happened_on);

alter table petition enable row level security;
create policy petition_scope on petition using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table petition_rev enable row level security;
create policy petition_rev_scope on petition_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table petition_step enable row level security;
create policy petition_step_scope on petition_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on petition to kheo_app;
grant select, insert on petition_rev, petition_step to kheo_app;
