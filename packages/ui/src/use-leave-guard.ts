// Asks before leaving what is not saved, by a link or by closing the page.
import { useBlocker } from '@tanstack/react-router'
import { t } from './text.ts'

let isFree = false

/** What is unsaved has been given up by name: this page is left without another question. */
export const leaveFreely = (): void => void (isFree = true)

/** `isClosing` also guards closing the page while something is still on its way. */
export function useLeaveGuard(isUnsaved: boolean, isClosing = isUnsaved): void {
  useBlocker({
    // Changing filters or tabs on the same screen is not leaving.
    shouldBlockFn: ({ current, next }) =>
      isUnsaved && !isFree && current.pathname !== next.pathname && !globalThis.confirm(t('common.leave_unsaved')),
    enableBeforeUnload: () => isClosing && !isFree,
  })
}
