-- Files attached to entries of registers. The bytes lie in the file store under their hash; this says whose they are.
create table attachment (
  unit_id text not null constraint attachment_unit_fk references unit,
  register text not null,
  entry_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  hash text not null constraint attachment_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  name text not null constraint attachment_name_length check (char_length(name) between 1 and 120),
  type text not null constraint attachment_type_known check (type in ('jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx')),
  size integer not null constraint attachment_size_positive check (size > 0),
  added_at timestamptz not null,
  added_by text not null,
  added_title text not null,
  removed_at timestamptz,
  removed_title text,
  constraint attachment_pk primary key (unit_id, id),
  constraint attachment_removed_whole check ((removed_at is null) = (removed_title is null))
);
comment on column attachment.register is 'The catalogue''s name of the register, such as so_mo_hinh; the entry is (unit_id, entry_id) in its table.';
comment on column attachment.hash is 'SHA-256 of the bytes as kept: of an image, after what tells of its place and device was taken out.';
comment on column attachment.removed_at is 'Taken off the entry then; the row stays, the file is no longer given out.';
create index attachment_entry on attachment (unit_id, register, entry_id);
-- Which rows still stand on the bytes of a hash, for whoever clears the store.
create index attachment_hash on attachment (hash);

alter table attachment enable row level security;
create policy attachment_scope on attachment using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on attachment to kheo_app;
grant update (removed_at, removed_title) on attachment to kheo_app;
