-- What the register of models has beyond its declaration: points by a scoring sheet, the search for models that are alike, and a province's refusal.
create table skilful_model_score (
  unit_id text not null,
  entry_id uuid not null,
  scorer text not null constraint skilful_model_score_scorer_known check (scorer in ('self', 'council')),
  rev integer not null,
  criterion text not null,
  path text collate "C" not null,
  points numeric not null constraint skilful_model_score_points_bounded check (points between 0 and 1000),
  sheet text not null,
  sheet_from date not null,
  scored_on date not null,
  at timestamptz not null,
  by text not null,
  by_title text not null,
  constraint skilful_model_score_pk primary key (unit_id, entry_id, scorer, rev, criterion),
  constraint skilful_model_score_entry_fk foreign key (unit_id, entry_id) references skilful_model (unit_id, id) on delete cascade
);
comment on table skilful_model_score is 'One row a criterion. A sheet is scored whole, each time as a new revision; what was scored before stays. (sheet, sheet_from) names the version of the sheet.';
alter table skilful_model_score enable row level security;
create policy skilful_model_score_scope on skilful_model_score using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert on skilful_model_score to kheo_app;

-- Under row rights the operators of pg_trgm may use no index, so that this function carries the scope itself. It is not
-- named stable because it lowers the threshold, for this transaction, below which a text is passed over.
create function skilful_model_alike(wanted text, most integer) returns table (unit_id text, id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope text := nullif(current_setting('app.path', true), '');
begin
  if scope is null or length(trim(wanted)) < 3 then
    return;
  end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.4', true);
  return query select m.unit_id, m.id from skilful_model m
    where m.path >= scope and m.path < scope || '~' and m.voided_at is null and wanted <% m.search_folded
    order by word_similarity(wanted, m.search_folded) desc, m.happened_on desc, m.id limit most;
end $$;
revoke all on function skilful_model_alike(text, integer) from public;
grant execute on function skilful_model_alike(text, integer) to kheo_app;

alter table skilful_model_step drop constraint skilful_model_step_kind_known;
alter table skilful_model_step add constraint skilful_model_step_kind_known check (kind in ('appraised', 'approved', 'rejected', 'launched', 'monitored', 'self-assessed', 'effective', 'recognised-commune', 'put-forward', 'recognised-province', 'declined-province', 'not-recognised', 'replicated', 'ended'));
