-- Everything that an office may change without a programmer: indicators, checks, report types, regimes, law.
create table catalogue_document (
  kind text not null,
  code text not null,
  revision integer not null,
  body jsonb not null,
  recorded_at timestamptz not null default now(),
  constraint catalogue_document_pk primary key (kind, code, revision)
);
comment on table catalogue_document is 'Versioned reference data; the highest revision of a code is in force within its own valid_from and valid_to.';

create table indicator_slot (
  code text constraint indicator_slot_pk primary key,
  slot integer not null constraint indicator_slot_unique unique constraint indicator_slot_not_negative check (slot >= 0)
);
comment on table indicator_slot is 'Where an indicator''s figures lie: block slot / 150, place slot % 150. Given once at import, never moved, never given again.';

create table period (
  id text constraint period_pk primary key,
  regime text not null,
  kind text not null constraint period_kind_known check (kind in ('month', 'quarter', 'half', 'nine-months', 'year', 'span')),
  year integer not null,
  number integer not null default 1,
  title text not null,
  start_on date not null,
  end_on date not null,
  cutoff_on date not null,
  due_on date not null,
  closed_on date,
  constraint period_days_ordered check (start_on <= end_on)
);
comment on table period is 'Kỳ báo cáo. end_on is the last day; closed_on is set when the level above closes the period.';

grant select on catalogue_document, indicator_slot, period to kheo_app;
grant insert on period to kheo_app;
grant update (closed_on) on period to kheo_app;
