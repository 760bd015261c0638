-- Articles that an office writes, what was done with each, and what the public reads of them.
create table article (
  unit_id text not null constraint article_unit_fk references unit,
  id uuid not null,
  path text collate "C" not null,
  conference_id uuid,
  slug text,
  day date not null,
  title text not null constraint article_title_length check (char_length(title) between 1 and 300),
  lead text not null,
  paragraphs jsonb not null constraint article_paragraphs_list check (jsonb_typeof(paragraphs) = 'array'),
  captions jsonb not null constraint article_captions_list check (jsonb_typeof(captions) = 'array'),
  rev integer not null constraint article_rev_positive check (rev > 0),
  saved_at timestamptz not null,
  saved_by text not null,
  saved_title text not null,
  constraint article_pk primary key (unit_id, id)
);
comment on table article is 'The wording an office works on. What the public reads is published_article: a change is shown when it is published again.';
comment on column article.conference_id is 'The entry of so_hoi_nghi that it tells of; null for news of another kind.';
comment on column article.slug is 'The public address, given when first published and kept, so that a link stays good.';
comment on column article.paragraphs is 'Plain paragraphs, as an array of strings.';
comment on column article.saved_title is 'The post of who saved it, as on that day.';
create index article_of_conference on article (unit_id, conference_id);
create index article_newest on article (unit_id, day desc, id desc);

create table article_step (
  unit_id text not null,
  article_id uuid not null,
  seq integer not null,
  path text collate "C" not null,
  kind text not null constraint article_step_kind_known check (kind in ('published', 'withdrawn')),
  rev integer not null,
  at timestamptz not null,
  done_by text not null,
  done_title text not null,
  reason text,
  constraint article_step_pk primary key (unit_id, article_id, seq),
  constraint article_step_article_fk foreign key (unit_id, article_id) references article,
  constraint article_step_reason_given check (kind <> 'withdrawn' or char_length(reason) >= 3)
);
comment on column article_step.rev is 'The revision that was published, or that stood when it was withdrawn.';

create table published_article (
  unit_id text not null,
  article_id uuid not null,
  slug text not null,
  unit_title text not null,
  day date not null,
  title text not null,
  lead text not null,
  paragraphs jsonb not null,
  published_at timestamptz not null,
  constraint published_article_pk primary key (unit_id, article_id)
);
comment on table published_article is 'What the public pages show: wordings that an editor published. It holds nothing of a draft.';
create index published_article_slug on published_article (slug);
create index published_article_newest on published_article (day desc, published_at desc);

alter table article enable row level security;
create policy article_scope on article using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
alter table article_step enable row level security;
create policy article_step_scope on article_step using (path >= nullif(current_setting('app.path', true), '') and path < nullif(current_setting('app.path', true), '') || '~');
grant select, insert, update on article to kheo_app;
grant select, insert on article_step to kheo_app;
grant select, insert, update, delete on published_article to kheo_app;
