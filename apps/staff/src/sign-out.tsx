// Signing out: what is not sent is named before it is erased from this machine.
import { auth } from '@kheo/ui/auth.ts'
import { countDrafts, eraseDrafts } from '@kheo/ui/drafts.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { t } from '@kheo/ui/text.ts'
import { leaveFreely } from '@kheo/ui/use-leave-guard.ts'
import { type ReactNode, useState } from 'react'

async function signOut(account: string): Promise<void> {
  // Whatever the service answers, this machine forgets; the server ends the session by itself in time.
  await auth.signOut().catch(() => undefined)
  eraseDrafts(localStorage, account)
  leaveFreely()
  location.assign('/app/sign-in')
}

/** What to call when somebody asks to sign out, and the dialog to draw meanwhile. */
export function useSignOut(account: string): { readonly ask: () => void; readonly dialog: ReactNode } {
  const [count, setCount] = useState(0)
  const ask = () => {
    const kept = countDrafts(localStorage, account)
    if (kept === 0) void signOut(account)
    else setCount(kept)
  }
  const confirm = async () => {
    await signOut(account)
    return undefined
  }
  const dialog =
    count === 0 ? null : (
      <CommandDialog
        title={t('account.sign_out_title')}
        consequence={t('account.sign_out_consequence', { count })}
        confirm={t('account.sign_out_erase')}
        variant="danger"
        onClose={() => setCount(0)}
        onConfirm={confirm}
      />
    )
  return { ask, dialog }
}
