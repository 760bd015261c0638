-- A task may have been given by those above; such a task is followed here and counted nowhere.
alter table task drop constraint task_origin_known;
alter table task add constraint task_origin_known check (origin in ('conference', 'directive', 'programme', 'above', 'other'));
