create table position (
  id uuid constraint position_pk primary key,
  account_id text not null,
  unit_id text not null constraint position_unit_fk references unit,
  path text collate "C" not null,
  role text not null constraint position_role_known check (role in ('recorder', 'compiler', 'approver', 'consolidator', 'editor', 'administrator', 'auditor')),
  title text not null,
  valid_from date not null,
  valid_to date,
  constraint position_days_ordered check (valid_to is null or valid_to > valid_from)
);
comment on table position is 'Who may do what, where and when. A position that ended stays, so that old signatures keep their title.';
create index position_account on position (account_id);
alter table position enable row level security;
create policy position_scope on position using (
  (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~')
  or account_id = nullif(current_setting('app.account', true), '')
);
grant select, insert on position to kheo_app;
grant update (valid_to) on position to kheo_app;
