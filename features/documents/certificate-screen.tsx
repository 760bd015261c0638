// The certificate of a paper's format: what it is, the hash of the very file, and every component beside what is required. Made to be printed.
import { pathTo, useAddress } from '@kheo/ui/address.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { PrintButton } from '@kheo/ui/parts/button.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { Found } from './check-screen.tsx'
import { checks, type FormatCertificate } from './check.schema.ts'
import { PATH } from './screens.tsx'

const nameOf = ({ kindTitle, number, date }: FormatCertificate): string =>
  number === null || date === null
    ? t('check.certificate_draft', { kind: kindTitle })
    : t('check.certificate_of', { kind: kindTitle, number, day: showDay(date) })

export function CertificateScreen() {
  const { params } = useAddress()
  const of = { unit: params['unit'] ?? '', id: params['id'] ?? '' }
  const certificate = useServer(checks.certificate, of)
  return (
    <ScreenAnswer of={certificate}>
      {(it) => (
        <Page
          title={`${t('check.certificate')} · ${it.unitName}`}
          back={{ to: pathTo(PATH, of.unit, of.id), label: nameOf(it) }}
          actions={<PrintButton />}
        >
          <section className="card grid gap-1">
            <h2>{nameOf(it)}</h2>
            <p>{it.summary}</p>
            <p className="text-sm text-[var(--muted)]">
              {t('check.certificate_at', { at: showInstant(it.checkedAt) })}
            </p>
            <p className="text-sm break-all">
              {t('check.certificate_hash')}: <code>{it.hash}</code>
            </p>
          </section>
          <Found name={nameOf(it)} answer={it.found} />
        </Page>
      )}
    </ScreenAnswer>
  )
}
