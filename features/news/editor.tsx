// Writing an article: five boxes, the count of words, and the page as the public would see it.
import { AppLink } from '@kheo/ui/address.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { EntryEditor } from '@kheo/ui/parts/entry-editor.tsx'
import { TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useForm } from '@kheo/ui/use-form.ts'
import { ArticleForm, type ArticleTyped, wordCount } from './form.ts'
import { ArticleSheet, articlePath, LIST_PATH } from './look.tsx'
import { type ArticleText, news } from './schema.ts'

const MOST_LETTERS = 40_000

export type Writing = {
  readonly unit: string
  readonly unitName: string
  /** Null while it was never saved. */
  readonly id: string | null
  readonly rev: number
  readonly conference: string | null
  readonly start: ArticleTyped
  /** Another article of the same conference. */
  readonly existing?: string | null
}

const LABELS = {
  day: 'news.day',
  title: 'news.headline',
  lead: 'news.lead',
  paragraphs: 'news.body',
  captions: 'news.captions',
} as const
const labelOf = (name: string): string => {
  const box = name.split('.')[0] as keyof typeof LABELS
  return LABELS[box] === undefined ? name : t(LABELS[box])
}

type FormOf = ReturnType<typeof useForm<ArticleTyped, ArticleText>>

/** The first complaint about a box or about one of the paragraphs within it. */
const errorOf = (form: FormOf, box: keyof ArticleTyped): string | undefined =>
  Object.entries(form.errors).find(([name]) => name === box || name.startsWith(`${box}.`))?.[1]

function Boxes({ form }: { readonly form: FormOf }) {
  const { values, set } = form
  return (
    <>
      <DateField
        label={t('news.day')}
        name="day"
        value={values.day}
        onChange={(day) => set('day', day)}
        error={errorOf(form, 'day')}
      />
      <TextField
        label={t('news.headline')}
        name="title"
        maxLength={300}
        value={values.title}
        onChange={(title) => set('title', title)}
        error={errorOf(form, 'title')}
      />
      <TextArea
        label={t('news.lead')}
        name="lead"
        help={t('news.lead_help')}
        value={values.lead}
        onChange={(lead) => set('lead', lead)}
        error={errorOf(form, 'lead')}
      />
      <TextArea
        label={t('news.body')}
        name="paragraphs"
        help={t('news.body_help')}
        rows={16}
        most={MOST_LETTERS}
        value={values.paragraphs}
        onChange={(paragraphs) => set('paragraphs', paragraphs)}
        error={errorOf(form, 'paragraphs')}
      />
      <p className="num text-sm text-[var(--muted)]" aria-live="off">
        {t('news.words', { count: wordCount(values) })}
      </p>
      <TextArea
        label={t('news.captions')}
        name="captions"
        help={t('news.captions_help')}
        isOptional
        rows={4}
        value={values.captions}
        onChange={(captions) => set('captions', captions)}
        error={errorOf(form, 'captions')}
      />
    </>
  )
}

function Preview({ typed, unitName }: { readonly typed: ArticleTyped; readonly unitName: string }) {
  const read = ArticleForm.safeParse(typed)
  if (!read.success) return null
  return (
    <details>
      <summary className="min-h-[var(--target)] cursor-pointer font-medium">{t('news.preview')}</summary>
      <ArticleSheet text={read.data} unitName={unitName} />
    </details>
  )
}

export function ArticleEditor({ unit, unitName, id, rev, conference, start, existing = null }: Writing) {
  const form = useForm<ArticleTyped, ArticleText>(
    ArticleForm,
    start,
    `news/${unit}/${id ?? conference ?? 'new'}/${rev}`,
  )
  const [commandId] = useCommandId()
  const save = useCommand(news.save, [news.list, news.view, news.draft])
  const onSave = async (text: ArticleText): Promise<string> => {
    const saved = await save.mutateAsync({ commandId, unit, id, baseRev: rev, conference, text })
    toast(t('news.saved', { title: text.title }))
    return articlePath(unit, saved.id)
  }
  const back =
    id === null ? { to: LIST_PATH, label: t('news.title') } : { to: articlePath(unit, id), label: t('news.article') }
  return (
    <EntryEditor
      title={t(id === null ? 'news.new_title' : 'news.edit_title')}
      back={back}
      form={form}
      labelOf={labelOf}
      confirm={t('news.save')}
      onSave={onSave}
    >
      {id === null && existing !== null && (
        <Notice tone="warn" title={t('news.has_article')}>
          <AppLink to={articlePath(unit, existing)}>{t('news.open_article')}</AppLink>
        </Notice>
      )}
      {id === null && conference !== null && <Notice tone="info">{t('news.drafted_from')}</Notice>}
      <Boxes form={form} />
      <Preview typed={form.values} unitName={unitName} />
    </EntryEditor>
  )
}
