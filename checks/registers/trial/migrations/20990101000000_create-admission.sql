-- Sổ kết nạp đoàn viên, hội viên: Điều lệ của từng tổ chức
create table admission (
  unit_id text not null constraint admission_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint admission_state_known check (state in ('admitted')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  organisation text constraint admission_organisation_known check (organisation in ('youth', 'women', 'farmers', 'veterans')),
  admitted integer constraint admission_admitted_bounded check (admitted between 1 and 1000000000),
  decision text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint admission_pk primary key (unit_id, id),
  constraint admission_entry_no_unique unique (unit_id, entry_no)
);
create index admission_path_day on admission (path, happened_on);
create index admission_day on admission (happened_on);
create index admission_due on admission (path, due_on) where due_on is not null;
create index admission_search on admission using gin (search_folded gin_trgm_ops);

create table admission_rev (like admission);
alter table admission_rev add constraint admission_rev_pk primary key (unit_id, id, rev);
comment on table admission_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table admission_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null,
  happened_on date not null,
  due_before date,
  due_on date,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint admission_step_pk primary key (unit_id, entry_id, seq),
  constraint admission_step_entry_fk foreign key (unit_id, entry_id) references admission (unit_id, id)
);
create index admission_step_day on admission_step (path, kind, happened_on);

alter table admission enable row level security;
create policy admission_scope on admission using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table admission_rev enable row level security;
create policy admission_rev_scope on admission_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table admission_step enable row level security;
create policy admission_step_scope on admission_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on admission to kheo_app;
grant select, insert on admission_rev, admission_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on admission_step to kheo_app;
