create table command (
  id uuid not null,
  unit_id text not null,
  path text collate "C" not null,
  action text not null,
  answer jsonb not null,
  at timestamptz not null,
  constraint command_pk primary key (unit_id, id)
);
comment on table command is 'Ids made by clients: a command sent twice is answered from here and changes nothing.';

create table audit (
  unit_id text not null,
  seq bigint not null,
  path text collate "C" not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  doc text not null,
  hash bytea not null,
  constraint audit_pk primary key (unit_id, seq)
);
comment on table audit is 'Append-only, one hash chain a unit: hash = sha256(hash before || doc).';

create table audit_head (
  unit_id text constraint audit_head_pk primary key,
  path text collate "C" not null,
  seq bigint not null,
  hash bytea not null
);

alter table command enable row level security;
create policy command_scope on command using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table audit enable row level security;
create policy audit_scope on audit using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table audit_head enable row level security;
create policy audit_head_scope on audit_head using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on command, audit to kheo_app;
grant select, insert, update on audit_head to kheo_app;
