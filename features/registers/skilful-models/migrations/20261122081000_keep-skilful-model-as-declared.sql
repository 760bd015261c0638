-- The register's tables as its declaration has them: the state that the steps make is kept, and steps can be taken back.
alter table skilful_model add column state text not null default 'registered' constraint skilful_model_state_known check (state in ('registered', 'appraised', 'approved', 'rejected', 'running', 'self-assessed', 'recognised', 'not-recognised', 'put-forward', 'ended'));
alter table skilful_model add column due_on date;
alter table skilful_model add column search_folded text not null default '';
update skilful_model set search_folded = name_folded;
alter table skilful_model drop column name_folded;
alter table skilful_model_rev add column state text not null default 'registered';
alter table skilful_model_rev add column due_on date;
alter table skilful_model_rev add column search_folded text not null default '';
alter table skilful_model_rev drop column name_folded;

alter table skilful_model_step rename column model_id to entry_id;
alter table skilful_model_step rename constraint skilful_model_step_model_fk to skilful_model_step_entry_fk;
alter table skilful_model_step add column due_before date;
alter table skilful_model_step add column due_on date;
alter table skilful_model_step add column sites_at text;
alter table skilful_model_step add column retracted_at timestamptz;
alter table skilful_model_step add column retracted_title text;
alter table skilful_model_step add column retract_reason text;
grant update (retracted_at, retracted_title, retract_reason) on skilful_model_step to kheo_app;

update skilful_model m set state = coalesce((select case t.kind when 'launched' then 'running' when 'recognised-commune' then 'recognised' when 'recognised-province' then 'recognised' else t.kind end
  from skilful_model_step t where t.unit_id = m.unit_id and t.entry_id = m.id and t.kind not in ('monitored', 'effective', 'replicated') order by t.seq desc limit 1), 'registered');

create index skilful_model_happened on skilful_model (happened_on);
create index skilful_model_due on skilful_model (path, due_on) where due_on is not null;
create index skilful_model_search on skilful_model using gin (search_folded gin_trgm_ops);
insert into register_opening (unit_id, register, path, first_on) select unit_id, 'so_mo_hinh', path, min(happened_on) from skilful_model where voided_at is null group by unit_id, path;
