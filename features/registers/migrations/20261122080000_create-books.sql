-- What all registers share: from when a unit keeps which register, and search without tones that keeps to the scope.
create extension if not exists pg_trgm;

create table register_opening (
  unit_id text not null constraint register_opening_unit_fk references unit,
  register text not null,
  path text collate "C" not null,
  first_on date,
  constraint register_opening_pk primary key (unit_id, register)
);
comment on table register_opening is 'Day of the first entry that stands. A unit without a row, or with none left, does not keep the register: it reports nothing, which is not zero.';
alter table register_opening enable row level security;
create policy register_opening_scope on register_opening using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on register_opening to kheo_app;

-- LIKE is not leakproof, so under row rights it may use no index. This function carries the scope itself (asked path and app.path both hold).
create function register_search(book text, words text, below text, first_on date, last_on date, most integer) returns table (unit_id text, id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope text := nullif(current_setting('app.path', true), '');
  conditions text;
begin
  if scope is null or not exists (select from pg_attribute a where a.attrelid = to_regclass('public.' || quote_ident(book)) and a.attname = 'search_folded' and not a.attisdropped) then
    return;
  end if;
  select string_agg(format('m.search_folded like %L', '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'), ' and ')
    into conditions from unnest(string_to_array(trim(words), ' ')) w where w <> '';
  if conditions is null then
    return;
  end if;
  return query execute format(
    'select m.unit_id, m.id from %I m where m.path >= $1 and m.path < $1 || ''~'' and m.path >= $2 and m.path < $2 || ''~'' and m.happened_on between %L and %L and %s order by m.happened_on desc limit %s',
      book, coalesce(first_on, '-infinity'), coalesce(last_on, 'infinity'), conditions, most)
    using below, scope;
end $$;
revoke all on function register_search(text, text, text, date, date, integer) from public;
grant execute on function register_search(text, text, text, date, date, integer) to kheo_app;

create table retention_run (
  at timestamptz not null,
  register text not null,
  before date not null,
  entries integer not null constraint retention_run_erased check (entries > 0),
  constraint retention_run_pk primary key (at, register)
);
comment on table retention_run is 'What the purge of run-out entries erased: how many, of which register, older than which day. Written by the owner of the tables alone.';
