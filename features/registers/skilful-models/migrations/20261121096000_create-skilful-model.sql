-- Sổ mô hình, điển hình Dân vận khéo: the ten-item registration form and the model's life as signed steps.
create table skilful_model (
  unit_id text not null constraint skilful_model_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  entry_no integer not null,
  rev integer not null default 1,
  happened_on date not null,
  voided_at timestamptz,
  void_reason text,
  name text not null constraint skilful_model_name_given check (length(trim(name)) >= 3),
  name_folded text not null,
  field text not null constraint skilful_model_field_known check (field in ('economy', 'culture-society', 'defence-security', 'political-system')),
  bloc text not null constraint skilful_model_bloc_known check (bloc in ('offices', 'localities')),
  exemplar text not null constraint skilful_model_exemplar_known check (exemplar in ('collective', 'individual')),
  novelty text not null constraint skilful_model_novelty_known check (novelty in ('new', 'continued')),
  is_friendly_government boolean not null default false,
  is_special_area boolean not null default false,
  sponsor text not null default '',
  situation text not null default '',
  goals text not null default '',
  content text not null default '',
  area text not null default '',
  forces text not null default '',
  resources text not null default '',
  schedule text not null default '',
  outputs text not null default '',
  sustainability text not null default '',
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint skilful_model_pk primary key (unit_id, id),
  constraint skilful_model_entry_no_unique unique (unit_id, entry_no)
);
comment on column skilful_model.is_special_area is 'The place, not the people: vùng đồng bào DTTS, vùng có đạo.';
create index skilful_model_day on skilful_model (path, happened_on);

create table skilful_model_rev (like skilful_model);
alter table skilful_model_rev add constraint skilful_model_rev_pk primary key (unit_id, id, rev);
comment on table skilful_model_rev is 'Every wording an entry ever had; a snapshot points at (id, rev).';

create table skilful_model_step (
  unit_id text not null,
  model_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint skilful_model_step_kind_known check (kind in ('appraised', 'approved', 'rejected', 'launched', 'monitored', 'self-assessed', 'effective', 'recognised-commune', 'put-forward', 'recognised-province', 'not-recognised', 'replicated', 'ended')),
  happened_on date not null,
  sites integer constraint skilful_model_step_sites_positive check (sites > 0),
  note text not null default '',
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  constraint skilful_model_step_pk primary key (unit_id, model_id, seq),
  constraint skilful_model_step_model_fk foreign key (unit_id, model_id) references skilful_model (unit_id, id)
);
create index skilful_model_step_day on skilful_model_step (path, kind, happened_on);

alter table skilful_model enable row level security;
create policy skilful_model_scope on skilful_model using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table skilful_model_rev enable row level security;
create policy skilful_model_rev_scope on skilful_model_rev using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table skilful_model_step enable row level security;
create policy skilful_model_step_scope on skilful_model_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on skilful_model to kheo_app;
grant select, insert on skilful_model_rev, skilful_model_step to kheo_app;
