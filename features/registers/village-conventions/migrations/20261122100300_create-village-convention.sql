-- Sổ hương ước, quy ước: Luật Thực hiện dân chủ ở cơ sở 2022, Điều 15; Nghị định 61/2023/NĐ-CP
create table village_convention (
  unit_id text not null constraint village_convention_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint village_convention_state_known check (state in ('drafting', 'posted', 'gathered', 'voted', 'recognised', 'in-force', 'suspended', 'ended', 'dropped')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  village text not null default '',
  kind text constraint village_convention_kind_known check (kind in ('village-convention', 'residential-convention')),
  origin text constraint village_convention_origin_known check (origin in ('new', 'replacing', 'older')),
  topics text[] not null default '{}' constraint village_convention_topics_known check (topics <@ array['culture', 'security', 'environment', 'mutual', 'learning', 'property', 'other']),
  articles integer constraint village_convention_articles_bounded check (articles between 0 and 500),
  remark text not null default '',
  copies integer constraint village_convention_copies_bounded check (copies between 0 and 1),
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint village_convention_pk primary key (unit_id, id),
  constraint village_convention_entry_no_unique unique (unit_id, entry_no)
);
create index village_convention_path_day on village_convention (path, happened_on);
create index village_convention_day on village_convention (happened_on);
create index village_convention_due on village_convention (path, due_on) where due_on is not null;
create index village_convention_search on village_convention using gin (search_folded gin_trgm_ops);

create table village_convention_rev (like village_convention);
alter table village_convention_rev add constraint village_convention_rev_pk primary key (unit_id, id, rev);
comment on table village_convention_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table village_convention_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint village_convention_step_kind_known check (kind in ('posted', 'gathered', 'voted', 'recognised', 'in-force', 'reviewed', 'amended', 'suspended', 'resumed', 'ended', 'dropped')),
  happened_on date not null,
  due_before date,
  due_on date,
  posted_at text,
  post_until date,
  comments integer constraint village_convention_step_comments_bounded check (comments between 0 and 100000),
  taken integer constraint village_convention_step_taken_bounded check (taken between 0 and 100000),
  is_posted_enough boolean,
  households integer constraint village_convention_step_households_bounded check (households between 1 and 100000),
  agree integer constraint village_convention_step_agree_bounded check (agree between 0 and 100000),
  needed integer constraint village_convention_step_needed_bounded check (needed between 0 and 1000000000),
  verdict text constraint village_convention_step_verdict_known check (verdict in ('passed', 'not-passed', 'no-rule')),
  recognition text,
  copies integer constraint village_convention_step_copies_bounded check (copies between 0 and 1),
  finding text constraint village_convention_step_finding_known check (finding in ('fit', 'amend', 'abolish')),
  amendment text,
  suspension text,
  ending text constraint village_convention_step_ending_known check (ending in ('replaced', 'abolished', 'village-ended')),
  ending_paper text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint village_convention_step_pk primary key (unit_id, entry_id, seq),
  constraint village_convention_step_entry_fk foreign key (unit_id, entry_id) references village_convention (unit_id, id)
);
create index village_convention_step_day on village_convention_step (path, kind, happened_on);

alter table village_convention enable row level security;
create policy village_convention_scope on village_convention using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_convention_rev enable row level security;
create policy village_convention_rev_scope on village_convention_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table village_convention_step enable row level security;
create policy village_convention_step_scope on village_convention_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on village_convention to kheo_app;
grant select, insert on village_convention_rev, village_convention_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on village_convention_step to kheo_app;
