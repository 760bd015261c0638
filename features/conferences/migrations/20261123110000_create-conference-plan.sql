-- What makes a conference out of an entry of so_hoi_nghi: programme, guests, seats, papers asked for, duties, minutes, conclusions.
create table conference_plan (
  unit_id text not null,
  conference_id uuid not null,
  path text collate "C" not null,
  rev integer not null,
  minutes_rev integer not null default 0,
  issuer text not null constraint conference_plan_issuer_known check (issuer in ('party', 'state', 'front')),
  starts_at text not null constraint conference_plan_starts_form check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  mode text not null constraint conference_plan_mode_known check (mode in ('in-person', 'online', 'mixed')),
  chair_posts text[] not null,
  secretary_post text not null,
  contact_post text not null,
  purposes text[] not null,
  requirements text[] not null,
  next_tasks text[] not null,
  hall_rows integer not null constraint conference_plan_rows_bounded check (hall_rows between 0 and 200),
  hall_seats integer not null constraint conference_plan_seats_bounded check (hall_seats between 0 and 100),
  hall_aisle integer not null constraint conference_plan_aisle_inside check (hall_aisle between 0 and hall_seats),
  is_public boolean not null,
  report_type text,
  report_period text,
  figure_codes text[] not null,
  awards uuid[] not null,
  earlier_id uuid,
  ended_at text not null default '' constraint conference_plan_ended_form check (ended_at ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
  votes_agreed integer,
  votes_against integer,
  votes_abstained integer,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_title text not null,
  constraint conference_plan_pk primary key (unit_id, conference_id),
  constraint conference_plan_entry_fk foreign key (unit_id, conference_id) references conference (unit_id, id) on delete cascade,
  constraint conference_plan_report_whole check ((report_type is null) = (report_period is null)),
  constraint conference_plan_votes_whole check ((votes_agreed is null) = (votes_against is null) and (votes_agreed is null) = (votes_abstained is null))
);
comment on table conference_plan is 'One row a conference. It and its parts go when the entry of so_hoi_nghi has run out.';
comment on column conference_plan.rev is 'Counts savings of the plan; minutes_rev those of the minutes, which another person may write at the same time.';
comment on column conference_plan.hall_aisle is 'Seats of a row left of the aisle.';
comment on column conference_plan.awards is 'Entries of so_khen_thuong that are given out there.';
comment on column conference_plan.earlier_id is 'The conference whose conclusions are looked back on.';

create table conference_point (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  title text not null,
  constraint conference_point_pk primary key (unit_id, conference_id, seq),
  constraint conference_point_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade
);
comment on table conference_point is 'Online points (điểm cầu).';

create table conference_item (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint conference_item_kind_known check (kind in ('opening', 'report', 'thematic', 'discussion', 'paper', 'awards', 'guidance', 'conclusion', 'closing', 'break')),
  minutes integer not null constraint conference_item_minutes_bounded check (minutes between 0 and 600),
  title text not null,
  presenter_post text not null,
  constraint conference_item_pk primary key (unit_id, conference_id, seq),
  constraint conference_item_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade
);
comment on table conference_item is 'The programme, line by line; when a line starts follows from the minutes before it.';

create table conference_duty (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint conference_duty_kind_known check (kind in ('duty', 'report')),
  role text,
  content text not null,
  lead text not null,
  due_on date not null,
  done_on date,
  constraint conference_duty_pk primary key (unit_id, conference_id, kind, seq),
  constraint conference_duty_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade
);
comment on table conference_duty is 'Work of preparation (kind duty), and reports asked of other bodies (kind report: lead is the body, done_on when it came).';

create table conference_speech (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  topic text not null,
  body text not null,
  post text not null,
  due_on date not null,
  received_on date,
  minutes integer not null constraint conference_speech_minutes_bounded check (minutes between 0 and 120),
  is_spoken boolean not null,
  speaking_order integer,
  constraint conference_speech_pk primary key (unit_id, conference_id, seq),
  constraint conference_speech_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade,
  constraint conference_speech_order_of_spoken check (is_spoken or speaking_order is null)
);
comment on table conference_speech is 'Papers read or handed in (tham luận), by body and post.';

create table conference_guest (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  name text not null,
  post text not null,
  body text not null,
  seating_group text not null constraint conference_guest_group_known check (seating_group in ('chair', 'leader', 'delegate', 'guest', 'award', 'press')),
  rank integer not null constraint conference_guest_rank_bounded check (rank between 1 and 9999),
  point integer,
  seat_row integer,
  seat_no integer,
  code text not null constraint conference_guest_code_form check (code ~ '^[a-z2-9]{16}$'),
  came_at timestamptz,
  came_noted_by text,
  constraint conference_guest_pk primary key (unit_id, conference_id, seq),
  constraint conference_guest_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade,
  constraint conference_guest_seat_whole check ((seat_row is null) = (seat_no is null))
);
comment on column conference_guest.name is 'Of an official in their public function, as on the invitation; empty where the post alone is invited.';
comment on column conference_guest.code is 'Random, printed as a square code on the invitation; it says only who came.';
comment on column conference_guest.seat_row is 'Only where the seat was given by hand; all others are computed. Row 0 is the table of the chairs.';
create unique index conference_guest_code on conference_guest (unit_id, code);

create table conference_remark (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  post text not null,
  body text not null,
  words text not null,
  constraint conference_remark_pk primary key (unit_id, conference_id, seq),
  constraint conference_remark_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade
);
comment on table conference_remark is 'What was said in the discussion, for the minutes: by post and body, no names.';

create table conference_conclusion (
  unit_id text not null,
  conference_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  content text not null,
  lead text not null,
  helpers text not null,
  due_on date,
  product text not null,
  task_id uuid,
  constraint conference_conclusion_pk primary key (unit_id, conference_id, seq),
  constraint conference_conclusion_plan_fk foreign key (unit_id, conference_id) references conference_plan on delete cascade
);
comment on column conference_conclusion.due_on is 'Null where none was given: the default of the law''s table applies.';
comment on column conference_conclusion.task_id is 'The entry of so_nhiem_vu that it became; from then on its words stay.';

-- The public calendar reads titles, days and places of conferences that their unit made public, and nothing else.
create function public_conferences(first_on date, last_on date) returns table (unit_id text, id uuid, title text, day date, planned_on date, starts_at text, place text, chair text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.unit_id, c.id, c.title, coalesce(moved.held_on, moved.new_day, c.happened_on), c.happened_on, p.starts_at, c.place, coalesce(p.chair_posts[1], c.chair),
    case when c.state = 'cancelled' then 'cancelled' when c.state <> 'planned' then 'held' when moved.new_day is not null then 'postponed' else 'planned' end
  from conference_plan p
  join conference c on c.unit_id = p.unit_id and c.id = p.conference_id
  left join lateral (
    select max(s.happened_on) filter (where s.kind = 'held') as held_on,
      (array_agg(s.new_day order by s.seq desc) filter (where s.kind = 'postponed'))[1] as new_day
    from conference_step s where s.unit_id = c.unit_id and s.entry_id = c.id and s.retracted_at is null
  ) moved on true
  where p.is_public and c.voided_at is null
    and (c.happened_on between first_on and last_on or coalesce(moved.held_on, moved.new_day, c.happened_on) between first_on and last_on)
  order by 4, p.starts_at, c.unit_id, c.entry_no
$$;
revoke all on function public_conferences(date, date) from public;
grant execute on function public_conferences(date, date) to kheo_app;

alter table conference_plan enable row level security;
create policy conference_plan_scope on conference_plan using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_point enable row level security;
create policy conference_point_scope on conference_point using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_item enable row level security;
create policy conference_item_scope on conference_item using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_duty enable row level security;
create policy conference_duty_scope on conference_duty using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_speech enable row level security;
create policy conference_speech_scope on conference_speech using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_guest enable row level security;
create policy conference_guest_scope on conference_guest using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_remark enable row level security;
create policy conference_remark_scope on conference_remark using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table conference_conclusion enable row level security;
create policy conference_conclusion_scope on conference_conclusion using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');

grant select, insert, update, delete on conference_plan, conference_point, conference_item, conference_duty, conference_speech, conference_guest, conference_remark, conference_conclusion to kheo_app;
