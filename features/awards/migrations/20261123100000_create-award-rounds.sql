-- Rounds of commendation (đợt khen thưởng): the nominations themselves are entries of the register so_khen_thuong.
create table award_round (
  unit_id text not null constraint award_round_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  rev integer not null constraint award_round_rev_positive check (rev > 0),
  title text not null constraint award_round_title_length check (char_length(title) between 1 and 300),
  subject text,
  year integer not null constraint award_round_year_span check (year between 2000 and 2100),
  family text not null constraint award_round_family_known check (family in ('state', 'party')),
  proposer text not null,
  proposed_to text not null,
  fund text not null,
  proposal text not null,
  proposed_on date,
  council_on date,
  council_members integer,
  council_present integer,
  council_chair text not null,
  council_secretary text not null,
  decision text not null,
  decided_on date,
  presented_on date,
  occasion text not null,
  conference_id uuid,
  dropped_at timestamptz,
  changed_at timestamptz not null,
  changed_title text not null,
  constraint award_round_pk primary key (unit_id, id),
  constraint award_round_votes_ordered check (council_present is null or council_members is null or council_present between 0 and council_members)
);
comment on table award_round is 'One round of commendation of a unit. What each nomination is and came to stands in the register.';
comment on column award_round.family is 'Who decides: state = Uỷ ban nhân dân, party = the Party committee.';
comment on column award_round.council_chair is 'A post, never a name.';
comment on column award_round.conference_id is 'Entry of so_hoi_nghi at which the awards are presented.';
comment on column award_round.dropped_at is 'The round was opened by mistake; it had no nominations.';
create index award_round_path_year on award_round (path, year);
alter table award_round enable row level security;
create policy award_round_scope on award_round using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on award_round to kheo_app;

create table award_round_entry (
  unit_id text not null,
  round_id uuid not null,
  entry_id uuid not null,
  path text collate "C" not null,
  place integer not null,
  award_money bigint constraint award_round_entry_money_not_negative check (award_money >= 0),
  reviewed_on date,
  reviewed_post text,
  constraint award_round_entry_pk primary key (unit_id, round_id, entry_id),
  constraint award_round_entry_once unique (unit_id, entry_id),
  constraint award_round_entry_round_fk foreign key (unit_id, round_id) references award_round,
  constraint award_round_entry_reviewed_whole check ((reviewed_on is null) = (reviewed_post is null))
);
comment on table award_round_entry is 'Which entries of so_khen_thuong a round holds, in the order of its list.';
comment on column award_round_entry.award_money is 'Whole đồng set by hand; null = as the law sets.';
comment on column award_round_entry.reviewed_on is 'The office said on this day that nothing stands against the award; what was looked at is not kept.';
alter table award_round_entry enable row level security;
create policy award_round_entry_scope on award_round_entry using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update, delete on award_round_entry to kheo_app;

create table award_finding_pass (
  unit_id text not null,
  round_id uuid not null,
  id uuid not null,
  path text collate "C" not null,
  rule text not null,
  about uuid,
  sentence text not null,
  reason text not null constraint award_finding_pass_reason_given check (char_length(reason) >= 3),
  at timestamptz not null,
  by_account text not null,
  by_title text not null,
  constraint award_finding_pass_pk primary key (unit_id, round_id, id),
  constraint award_finding_pass_round_fk foreign key (unit_id, round_id) references award_round
);
comment on table award_finding_pass is 'A warning gone past with a reason. It holds for the very sentence that was shown: other facts, another decision.';
comment on column award_finding_pass.about is 'The entry that the warning is about; null when it is about the whole round.';
alter table award_finding_pass enable row level security;
create policy award_finding_pass_scope on award_finding_pass using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on award_finding_pass to kheo_app;

create table award_certificate (
  unit_id text not null,
  entry_id uuid not null,
  round_id uuid not null,
  path text collate "C" not null,
  year integer not null,
  book_no integer not null constraint award_certificate_no_positive check (book_no > 0),
  at timestamptz not null,
  by_title text not null,
  constraint award_certificate_pk primary key (unit_id, entry_id),
  constraint award_certificate_no_once unique (unit_id, year, book_no),
  constraint award_certificate_round_fk foreign key (unit_id, round_id) references award_round
);
comment on table award_certificate is 'Số vào sổ of a certificate, given once, when it is first printed; a reprint bears the same number.';
alter table award_certificate enable row level security;
create policy award_certificate_scope on award_certificate using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on award_certificate to kheo_app;

create table certificate_layout (
  unit_id text not null constraint certificate_layout_unit_fk references unit,
  code text not null constraint certificate_layout_code_form check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version integer not null constraint certificate_layout_version_positive check (version > 0),
  path text collate "C" not null,
  body jsonb not null,
  at timestamptz not null,
  by_title text not null,
  constraint certificate_layout_pk primary key (unit_id, code, version)
);
comment on table certificate_layout is 'An office''s own certificate blanks, copied from a shipped layout and measured on its printer; the highest version is in use.';
alter table certificate_layout enable row level security;
create policy certificate_layout_scope on certificate_layout using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on certificate_layout to kheo_app;
