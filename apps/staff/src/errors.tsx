// What stands where a page does not exist or broke.
import { Button } from '@kheo/ui/parts/button.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { AppLink } from '@kheo/ui/address.tsx'
import { t } from '@kheo/ui/text.ts'

export function NotFound() {
  return (
    <Page title={t('common.not_found')}>
      <Empty
        title={t('common.not_found_help')}
        action={
          <AppLink to="/" className="btn">
            {t('common.to_start')}
          </AppLink>
        }
      />
    </Page>
  )
}

export function Crashed() {
  return (
    <Page title={t('common.crashed')}>
      <Empty
        title={t('common.crashed_help')}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        }
      />
    </Page>
  )
}
