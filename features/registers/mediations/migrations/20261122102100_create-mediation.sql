-- Sổ theo dõi hòa giải ở cơ sở: Luật Hòa giải ở cơ sở 2013; Nghị định 15/2014/NĐ-CP
create table mediation (
  unit_id text not null constraint mediation_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null,
  happened_on date not null,
  state text not null constraint mediation_state_known check (state in ('taken', 'in-progress', 'settled', 'not-settled')),
  due_on date,
  voided_at timestamptz,
  void_reason text,
  search_folded text not null,
  book_no text not null default '',
  kind text constraint mediation_kind_known check (kind in ('discord', 'civil', 'family', 'offence', 'other')),
  grounds text constraint mediation_grounds_known check (grounds in ('request', 'witnessed', 'assigned', 'proposed')),
  team uuid,
  village text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint mediation_pk primary key (unit_id, id),
  constraint mediation_entry_no_unique unique (unit_id, entry_no)
);
create index mediation_path_day on mediation (path, happened_on);
create index mediation_day on mediation (happened_on);
create index mediation_due on mediation (path, due_on) where due_on is not null;
create index mediation_search on mediation using gin (search_folded gin_trgm_ops);

create table mediation_rev (like mediation);
alter table mediation_rev add constraint mediation_rev_pk primary key (unit_id, id, rev);
comment on table mediation_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table mediation_step (
  unit_id text not null,
  entry_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint mediation_step_kind_known check (kind in ('session', 'settled', 'not-settled', 'followed-up')),
  happened_on date not null,
  due_before date,
  due_on date,
  mediators integer constraint mediation_step_mediators_bounded check (mediators between 0 and 99),
  agreement text constraint mediation_step_agreement_known check (agreement in ('whole', 'part')),
  is_written boolean,
  reason text constraint mediation_step_reason_known check (reason in ('no-agreement', 'stopped', 'out-of-scope')),
  fulfilment text constraint mediation_step_fulfilment_known check (fulfilment in ('done', 'in-part', 'none')),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  retracted_at timestamptz,
  retracted_title text,
  retract_reason text,
  constraint mediation_step_pk primary key (unit_id, entry_id, seq),
  constraint mediation_step_entry_fk foreign key (unit_id, entry_id) references mediation (unit_id, id)
);
create index mediation_step_day on mediation_step (path, kind, happened_on);

alter table mediation enable row level security;
create policy mediation_scope on mediation using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table mediation_rev enable row level security;
create policy mediation_rev_scope on mediation_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table mediation_step enable row level security;
create policy mediation_step_scope on mediation_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on mediation to kheo_app;
grant select, insert on mediation_rev, mediation_step to kheo_app;
grant update (retracted_at, retracted_title, retract_reason) on mediation_step to kheo_app;
