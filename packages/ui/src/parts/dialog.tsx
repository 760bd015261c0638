// Dialogs and the right drawer. Closing gives focus back to what opened them.
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { t } from '../text.ts'
import { Button } from './button.tsx'

type PaneProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

function Pane({
  title,
  isOpen,
  onClose,
  children,
  look,
  canDismiss,
}: PaneProps & { readonly look: 'dialog' | 'drawer'; readonly canDismiss: boolean }) {
  return (
    <ModalOverlay
      className="overlay no-print"
      isOpen={isOpen}
      isDismissable={canDismiss}
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className={look}>
        <AriaDialog className="grid gap-4 p-5 outline-none">
          <div className="flex items-start justify-between gap-3">
            <Heading slot="title" className="text-xl font-semibold">
              {title}
            </Heading>
            <Button variant="quiet" onClick={onClose} aria-label={t('common.close')}>
              <span aria-hidden="true">✕</span>
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What was typed is not lost by a click beside it: only Escape and its buttons close it. */
export const Dialog = (props: PaneProps) => <Pane {...props} look="dialog" canDismiss={false} />

export const Drawer = (props: PaneProps) => <Pane {...props} look="drawer" canDismiss />
