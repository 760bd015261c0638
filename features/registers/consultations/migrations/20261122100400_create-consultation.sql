-- Sổ lấy ý kiến Nhân dân: Luật Thực hiện dân chủ ở cơ sở 2022, Điều 25–29
create table consultation (
  unit_id text not null constraint consultation_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint consultation_state_known check (state in ('open', 'closed', 'answered', 'decided', 'dropped')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  subject text not null default '',
  kind text constraint consultation_kind_known check (kind in ('development-plan', 'land-and-planning', 'boundaries', 'budget', 'projects', 'rules', 'other')),
  forms text[] not null default '{}' constraint consultation_forms_known check (forms <@ array['meeting', 'dialogue', 'ballot', 'letter-box', 'online', 'front', 'posting']),
  drafter text not null default '',
  draft text not null default '',
  close_on date,
  invited integer constraint consultation_invited_bounded check (invited between 0 and 1000000),
  area text not null default '',
  remark text not null default '',
  open_verdict text constraint consultation_open_verdict_known check (open_verdict in ('enough', 'too-short')),
  open_until date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint consultation_pk primary key (unit_id, id),
  constraint consultation_entry_no_unique unique (unit_id, entry_no)
);
create index consultation_path_day on consultation (path, happened_on);
create index consultation_day on consultation (happened_on);
create index consultation_due on consultation (path, due_on) where due_on is not null;
create index consultation_search on consultation using gin (search_folded gin_trgm_ops);

create table consultation_rev (like consultation);
alter table consultation_rev add constraint consultation_rev_pk primary key (unit_id, id, rev);
comment on table consultation_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table consultation_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint consultation_step_kind_known check (kind in ('extended', 'closed', 'answered', 'decided', 'dropped')),
  happened_on date not null,
  due_before date,
  due_on date,
  new_close_on date,
  consulted integer constraint consultation_step_consulted_bounded check (consulted between 0 and 1000000),
  opinions integer constraint consultation_step_opinions_bounded check (opinions between 0 and 1000000),
  answer_by date,
  accepted integer constraint consultation_step_accepted_bounded check (accepted between 0 and 1000000),
  explained integer constraint consultation_step_explained_bounded check (explained between 0 and 1000000),
  answer text,
  answers integer constraint consultation_step_answers_bounded check (answers between 0 and 2000000),
  decision text,
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint consultation_step_pk primary key (unit_id, entry_id, seq),
  constraint consultation_step_entry_fk foreign key (unit_id, entry_id) references consultation (unit_id, id)
);
create index consultation_step_day on consultation_step (path, kind, happened_on);

alter table consultation enable row level security;
create policy consultation_scope on consultation using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table consultation_rev enable row level security;
create policy consultation_rev_scope on consultation_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table consultation_step enable row level security;
create policy consultation_step_scope on consultation_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on consultation to kheo_app;
grant select, insert on consultation_rev, consultation_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on consultation_step to kheo_app;
