-- Sổ bầu cử: Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân 2015; Luật Thực hiện dân chủ ở cơ sở 2022 (bầu Trưởng thôn, Tổ trưởng tổ dân phố)
create table election (
  unit_id text not null constraint election_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint election_state_known check (state in ('counted', 'confirmed', 'annulled')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint election_kind_known check (kind in ('general', 'by-election', 'village-head', 'other')),
  area text not null default '',
  listed integer constraint election_listed_bounded check (listed between 1 and 10000000),
  voted integer constraint election_voted_bounded check (voted between 0 and 10000000),
  seats integer constraint election_seats_bounded check (seats between 0 and 1000),
  elected integer constraint election_elected_bounded check (elected between 0 and 1000),
  minutes text not null default '',
  remark text not null default '',
  turnout numeric constraint election_turnout_bounded check (turnout between 0 and 100),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint election_pk primary key (unit_id, id),
  constraint election_entry_no_unique unique (unit_id, entry_no)
);
create index election_path_day on election (path, happened_on);
create index election_day on election (happened_on);
create index election_due on election (path, due_on) where due_on is not null;
create index election_search on election using gin (search_folded gin_trgm_ops);

create table election_rev (like election);
alter table election_rev add constraint election_rev_pk primary key (unit_id, id, rev);
comment on table election_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table election_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint election_step_kind_known check (kind in ('confirmed', 'annulled')),
  happened_on date not null,
  due_before date,
  due_on date,
  paper text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint election_step_pk primary key (unit_id, entry_id, seq),
  constraint election_step_entry_fk foreign key (unit_id, entry_id) references election (unit_id, id)
);
create index election_step_day on election_step (path, kind, happened_on);

alter table election enable row level security;
create policy election_scope on election using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table election_rev enable row level security;
create policy election_rev_scope on election_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table election_step enable row level security;
create policy election_step_scope on election_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on election to kheo_app;
grant select, insert on election_rev, election_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on election_step to kheo_app;
