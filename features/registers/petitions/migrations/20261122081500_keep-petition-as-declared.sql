-- The register's tables as its declaration has them: the state that the steps make is kept, and steps can be taken back.
alter table petition add column state text not null default 'received' constraint petition_state_known check (state in ('received', 'classified', 'in-resolution', 'resolved', 'routed', 'filed'));
alter table petition rename column note to remark;
alter table petition_rev add column state text not null default 'received';
alter table petition_rev rename column note to remark;
comment on column petition.due_on is 'The deadline that runs, from the law in force; of a closed petition, the last one that ran.';

alter table petition_step rename column petition_id to entry_id;
alter table petition_step rename constraint petition_step_petition_fk to petition_step_entry_fk;
alter table petition_step rename column admissible to is_admissible;
alter table petition_step rename column competent to is_competent;
alter table petition_step add column due_before date;
alter table petition_step add column retracted_at timestamptz;
alter table petition_step add column retracted_title text;
alter table petition_step add column retract_reason text;
grant update (retracted_at, retracted_title, retract_reason) on petition_step to kheo_app;
comment on column petition_step.due_before is 'The deadline that ran when the step was taken: what was done by then was done in time.';

update petition m set state = coalesce((select case when t.kind in ('decided', 'withdrawn', 'answered') then 'resolved' when t.kind in ('guided', 'transferred', 'urged') then 'routed' when t.kind = 'accepted' then 'in-resolution' else t.kind end
  from petition_step t where t.unit_id = m.unit_id and t.entry_id = m.id and t.kind <> 'extended' order by t.seq desc limit 1), 'received');
update petition_step t set due_before = coalesce((select d.due_on from petition_step d where d.unit_id = t.unit_id and d.entry_id = t.entry_id and d.seq < t.seq and d.due_on is not null order by d.seq desc limit 1),
  (select m.due_on from petition m where m.unit_id = t.unit_id and m.id = t.entry_id));
-- The day of handling holds until that is done; afterwards what a step set, or nothing.
update petition m set due_on = coalesce((select d.due_on from petition_step d where d.unit_id = m.unit_id and d.entry_id = m.id and d.due_on is not null order by d.seq desc limit 1),
  case when m.state = 'received' or (m.kind <> 'proposal' and m.state in ('classified', 'routed', 'filed')) then m.due_on end);

create index petition_happened on petition (happened_on);
create index petition_due on petition (path, due_on) where due_on is not null;
create index petition_search on petition using gin (search_folded gin_trgm_ops);
insert into register_opening (unit_id, register, path, first_on) select unit_id, 'so_don_thu', path, min(happened_on) from petition where voided_at is null group by unit_id, path;
