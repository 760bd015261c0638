-- Papers that go out of an office and come into it: drafts, numbers, days, steps, and the files that are kept.
create table document (
  unit_id text not null constraint document_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  direction text not null constraint document_direction_known check (direction in ('out', 'in')),
  family text not null constraint document_family_known check (family in ('party', 'state', 'front')),
  body text not null,
  kind text not null,
  summary text not null constraint document_summary_given check (char_length(summary) between 1 and 2000),
  search_folded text not null,
  paper jsonb,
  source_room text,
  source_id text,
  source_role text,
  sender text,
  sender_number text,
  sender_on date,
  rev integer not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint document_pk primary key (unit_id, id),
  constraint document_source_whole check ((source_room is null) = (source_id is null) and (source_room is null) = (source_role is null)),
  constraint document_sender_of_incoming check ((direction = 'in') = (sender is not null))
);
comment on table document is 'One row a paper. Whether it is a draft, issued or cancelled is the fold of document_step.';
comment on column document.body is 'Code of the office in numbers, such as ĐU or UBND: whose paper it is, or who received it.';
comment on column document.paper is 'The words of a paper drafted here; null for a paper that another room draws or that came from outside.';
comment on column document.source_room is 'The room, its thing and the role of the paper there, such as conferences, its id, giay-moi.';
comment on column document.sender is 'The body that sent it, never a person.';
create index document_source on document (unit_id, source_room, source_id) where source_room is not null;
create index document_recorded on document (unit_id, direction, recorded_at);

create table document_step (
  unit_id text not null,
  document_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint document_step_kind_known check (kind in ('drafted', 'issued', 'signed', 'cancelled', 'received', 'assigned', 'done')),
  at timestamptz not null,
  actor text not null,
  actor_title text not null,
  body jsonb not null,
  constraint document_step_pk primary key (unit_id, document_id, seq)
);
comment on table document_step is 'The state of a paper is the fold of these rows; they are never changed.';

create table document_series (
  unit_id text not null constraint document_series_unit_fk references unit,
  body text not null,
  series text not null,
  year integer not null,
  path text collate "C" not null,
  last integer not null constraint document_series_last_not_negative check (last >= 0),
  constraint document_series_pk primary key (unit_id, body, series, year)
);
comment on table document_series is 'The last number given in a series of one year. The row is locked while a number is taken, so that none is given twice and none is lost when the transaction fails.';
comment on column document_series.series is 'all, the code of a kind, or den for papers that come in: the format profile says which.';

create table document_number (
  unit_id text not null,
  body text not null,
  series text not null,
  year integer not null,
  number integer not null constraint document_number_positive check (number > 0),
  document_id uuid not null,
  path text collate "C" not null,
  dated_on date not null,
  constraint document_number_pk primary key (unit_id, body, series, year, number),
  constraint document_number_one_each unique (unit_id, document_id)
);
comment on table document_number is 'Which paper has which number. A cancelled paper keeps its own.';
comment on column document_number.dated_on is 'The day on the paper; of a paper that came in, the day it was received.';

create table document_print (
  unit_id text not null,
  document_id uuid not null,
  path text collate "C" not null,
  profile text not null,
  body jsonb not null,
  constraint document_print_pk primary key (unit_id, document_id)
);
comment on table document_print is 'The whole paper as it was issued, with the names of the day: from it the files are drawn.';

create table document_file (
  unit_id text not null,
  document_id uuid not null,
  role text not null constraint document_file_role_known check (role in ('docx', 'pdf', 'signed', 'scan')),
  hash text not null constraint document_file_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  path text collate "C" not null,
  name text not null constraint document_file_name_length check (char_length(name) between 1 and 200),
  type text not null constraint document_file_type_known check (type in ('jpeg', 'png', 'webp', 'pdf', 'docx')),
  size integer not null constraint document_file_size_positive check (size > 0),
  added_at timestamptz not null,
  added_title text not null,
  constraint document_file_pk primary key (unit_id, document_id, role, hash)
);
comment on table document_file is 'Files of a paper; the bytes lie in the file store under their hash and are given out the same for ever.';
-- What is drawn is drawn once; a signed copy may be followed by a better one.
create unique index document_file_drawn_once on document_file (unit_id, document_id, role) where role in ('docx', 'pdf');
create index document_file_hash on document_file (hash);

create table document_check (
  code text not null constraint document_check_pk primary key constraint document_check_code_form check (code ~ '^[a-z2-9]{12}$'),
  unit_id text not null,
  document_id uuid not null,
  path text collate "C" not null,
  issuer text not null,
  kind text not null,
  number text not null,
  dated_on date not null,
  summary text not null,
  cancelled_on date
);
comment on table document_check is 'What the public page of a check code says about an issued paper.';
create index document_check_document on document_check (unit_id, document_id);

-- Only by its code, and only what the page shows.
create function check_paper(asked text) returns table (unit_id text, document_id uuid, issuer text, kind text, number text, dated_on date, summary text, cancelled_on date, files jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.unit_id, c.document_id, c.issuer, c.kind, c.number, c.dated_on, c.summary, c.cancelled_on,
    coalesce((select jsonb_agg(jsonb_build_object('role', f.role, 'hash', f.hash, 'size', f.size) order by f.role, f.added_at)
      from document_file f where f.unit_id = c.unit_id and f.document_id = c.document_id), '[]'::jsonb)
  from document_check c where c.code = asked
$$;
revoke all on function check_paper(text) from public;
grant execute on function check_paper(text) to kheo_app;

alter table document enable row level security;
create policy document_scope on document using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_step enable row level security;
create policy document_step_scope on document_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_series enable row level security;
create policy document_series_scope on document_series using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_number enable row level security;
create policy document_number_scope on document_number using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_print enable row level security;
create policy document_print_scope on document_print using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_file enable row level security;
create policy document_file_scope on document_file using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table document_check enable row level security;
create policy document_check_scope on document_check using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');

grant select, insert on document, document_step, document_number, document_print, document_file, document_check to kheo_app;
grant select, insert on document_series to kheo_app;
grant update (family, body, kind, summary, search_folded, paper, rev) on document to kheo_app;
grant update (last) on document_series to kheo_app;
grant update (cancelled_on) on document_check to kheo_app;
