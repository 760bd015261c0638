// Above the register's list: the way to the helper for whoever holds the meeting.
import { AppLink } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { t } from '@kheo/ui/text.ts'

export function HelperLink() {
  const desk = useDesk()
  if (!hasRole(desk, 'recorder', 'compiler')) return null
  return (
    <p className="no-print flex flex-wrap items-center gap-3">
      <AppLink to="/so/hop-dan/tro-ly" className="btn">
        {t('meetings.link')}
      </AppLink>
      <span className="text-sm text-[var(--muted)]">{t('meetings.link_help')}</span>
    </p>
  )
}
