-- Units and their lineage. Identity never changes; names, kinds, parents and codes are dated.
create extension if not exists btree_gist;

create table unit (
  id text constraint unit_pk primary key,
  seq integer generated always as identity constraint unit_seq_unique unique,
  level text not null constraint unit_level_known check (level in ('centre', 'province', 'district', 'commune', 'village', 'office', 'unassigned')),
  bloc text,
  path text collate "C" not null
);
comment on table unit is 'Đơn vị. One row an identity; an ended unit keeps its row for ever.';
comment on column unit.path is 'Place in today''s access tree, four characters a level; an ended unit hangs under the successor that keeps its books.';
comment on column unit.bloc is 'Khối, for offices: which bloc their figures belong to.';
create index unit_path on unit (path);

create table unit_version (
  unit_id text not null constraint unit_version_unit_fk references unit,
  valid_from date not null,
  valid_to date,
  name text not null,
  kind text not null,
  parent_id text constraint unit_version_parent_fk references unit,
  constraint unit_version_pk primary key (unit_id, valid_from),
  constraint unit_version_days_ordered check (valid_to is null or valid_to > valid_from),
  constraint unit_version_no_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table unit_version is 'Half-open days [valid_from, valid_to): name, kind and parent are constant within one row.';
create index unit_version_parent on unit_version (parent_id);

create table unit_code (
  unit_id text not null constraint unit_code_unit_fk references unit,
  scheme text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  constraint unit_code_pk primary key (scheme, code, valid_from),
  constraint unit_code_unique_on_a_day exclude using gist (scheme with =, code with =, daterange(valid_from, valid_to) with &&)
);
comment on table unit_code is 'Codes are reused after a reform: unique on a day, never over time.';

create table org_event (
  id text constraint org_event_pk primary key,
  effective_on date not null,
  signed_on date,
  kind text not null,
  atoms jsonb not null,
  instrument text not null,
  clause text,
  note text,
  annuls text constraint org_event_annuls_fk references org_event,
  recorded_at timestamptz not null default now()
);
comment on table org_event is 'Append-only. A correction annuls an event and records another.';
comment on column org_event.atoms is 'Every elementary change of a compound clause: [{kind, unitId}].';

create table org_edge (
  event_id text not null constraint org_edge_event_fk references org_event,
  ordinal integer not null,
  from_id text not null constraint org_edge_from_fk references unit,
  to_id text not null constraint org_edge_to_fk references unit,
  extent text not null constraint org_edge_extent_known check (extent in ('whole', 'part', 'remainder')),
  assumed boolean not null default false,
  constraint org_edge_pk primary key (event_id, from_id, to_id)
);
comment on column org_edge.assumed is 'Rebuilt from names, not proven by the text of the instrument.';
create index org_edge_from on org_edge (from_id);
create index org_edge_to on org_edge (to_id);

create table org_edge_share (
  event_id text not null,
  from_id text not null,
  to_id text not null,
  basis text not null constraint org_edge_share_basis_known check (basis in ('population', 'area', 'households', 'members')),
  of_side text not null constraint org_edge_share_side_known check (of_side in ('from', 'to')),
  share numeric not null constraint org_edge_share_between_0_and_1 check (share between 0 and 1),
  method text not null constraint org_edge_share_method_known check (method in ('law', 'scheme', 'reported', 'overlay', 'assumed')),
  source text not null,
  constraint org_edge_share_pk primary key (event_id, from_id, to_id, basis, of_side, method),
  constraint org_edge_share_edge_fk foreign key (event_id, from_id, to_id) references org_edge
);
comment on table org_edge_share is 'A share that is not known has no row; it is never 0.';

create table org_exception (
  code text not null,
  unit_id text not null constraint org_exception_unit_fk references unit,
  day date not null,
  constraint org_exception_pk primary key (code, unit_id, day)
);
comment on table org_exception is 'Holes in the record that are known and counted.';

create table org_revision (
  single boolean constraint org_revision_pk primary key default true constraint org_revision_single check (single),
  revision bigint not null default 0,
  baseline date not null default '2017-01-01',
  hung_on date
);
comment on column org_revision.hung_on is 'The day whose access tree unit.path shows.';
insert into org_revision default values;

grant select on unit, unit_version, unit_code, org_event, org_edge, org_edge_share, org_exception, org_revision to kheo_app;
