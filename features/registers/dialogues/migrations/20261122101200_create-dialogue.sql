-- Sổ đối thoại, tiếp xúc cử tri: Quyết định 218-QĐ/TW; Luật Thực hiện dân chủ ở cơ sở 2022
create table dialogue (
  unit_id text not null constraint dialogue_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint dialogue_state_known check (state in ('held', 'part-answered', 'answered')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  kind text constraint dialogue_kind_known check (kind in ('head-dialogue', 'other-dialogue', 'voter-meeting')),
  topic text not null default '',
  chair text constraint dialogue_chair_known check (chair in ('party-secretary', 'peoples-committee-chair', 'both', 'deputy', 'front', 'council', 'other')),
  village text not null default '',
  attendees integer constraint dialogue_attendees_bounded check (attendees between 0 and 100000),
  opinions integer constraint dialogue_opinions_bounded check (opinions between 0 and 10000),
  answered integer constraint dialogue_answered_bounded check (answered between 0 and 10000),
  answer_by date,
  conclusion text not null default '',
  remark text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint dialogue_pk primary key (unit_id, id),
  constraint dialogue_entry_no_unique unique (unit_id, entry_no)
);
create index dialogue_path_day on dialogue (path, happened_on);
create index dialogue_day on dialogue (happened_on);
create index dialogue_due on dialogue (path, due_on) where due_on is not null;
create index dialogue_search on dialogue using gin (search_folded gin_trgm_ops);

create table dialogue_rev (like dialogue);
alter table dialogue_rev add constraint dialogue_rev_pk primary key (unit_id, id, rev);
comment on table dialogue_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table dialogue_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint dialogue_step_kind_known check (kind in ('part-answered', 'postponed', 'answered')),
  happened_on date not null,
  due_before date,
  due_on date,
  answered_up_to_now integer constraint dialogue_step_answered_up_to_now_bounded check (answered_up_to_now between 0 and 10000),
  paper text,
  answered integer constraint dialogue_step_answered_bounded check (answered between 0 and 10000),
  new_answer_by date,
  reason text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint dialogue_step_pk primary key (unit_id, entry_id, seq),
  constraint dialogue_step_entry_fk foreign key (unit_id, entry_id) references dialogue (unit_id, id)
);
create index dialogue_step_day on dialogue_step (path, kind, happened_on);

alter table dialogue enable row level security;
create policy dialogue_scope on dialogue using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table dialogue_rev enable row level security;
create policy dialogue_rev_scope on dialogue_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table dialogue_step enable row level security;
create policy dialogue_step_scope on dialogue_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on dialogue to kheo_app;
grant select, insert on dialogue_rev, dialogue_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on dialogue_step to kheo_app;
