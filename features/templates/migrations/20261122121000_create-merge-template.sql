-- An office's own .docx forms, filled from reports and registers. The bytes lie in the file store under their hash.
create table merge_template (
  unit_id text not null constraint merge_template_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  title text not null constraint merge_template_title_length check (char_length(title) between 1 and 120),
  source text not null constraint merge_template_source_form check (source ~ '^(report:[a-z0-9-]{1,60}|register:[a-z_]{1,40})$'),
  hash text not null constraint merge_template_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  size integer not null constraint merge_template_size_positive check (size > 0),
  unknown_marks text[] not null,
  added_at timestamptz not null,
  added_by text not null,
  added_title text not null,
  removed_at timestamptz,
  removed_title text,
  constraint merge_template_pk primary key (unit_id, id),
  constraint merge_template_removed_whole check ((removed_at is null) = (removed_title is null))
);
comment on column merge_template.unknown_marks is 'Marks of the file for which its source has nothing; they are left empty when it is filled.';

alter table merge_template enable row level security;
create policy merge_template_scope on merge_template using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on merge_template to kheo_app;
grant update (removed_at, removed_title) on merge_template to kheo_app;

-- A form of those above is there for all below them: it holds no data of anybody. A place is asked for that lies within the scope.
create function forms_for(asked text) returns setof merge_template language sql stable security definer set search_path = public, pg_temp as $$
  select * from merge_template where starts_with(asked, path) and starts_with(asked, nullif(current_setting('app.path', true), ''))
$$;
revoke execute on function forms_for from public;
grant execute on function forms_for to kheo_app;
