create table saved_view (
  account_id text not null,
  register text not null,
  name text not null,
  search jsonb not null,
  saved_at timestamptz not null,
  constraint saved_view_pk primary key (account_id, register, name),
  constraint saved_view_name_given check (length(name) between 1 and 80)
);
comment on table saved_view is 'Filters of a register''s list that an account keeps under a name. They are a habit of work, not a record: they can be replaced and deleted.';
comment on column saved_view.search is 'What stands in the address of the list: names of filters and their values.';
alter table saved_view enable row level security;
-- Without an account set for the transaction nobody sees or writes anything.
create policy saved_view_own on saved_view using (account_id = nullif(current_setting('app.account', true), ''));
grant select, insert, update, delete on saved_view to kheo_app;
