import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useFocusAfterClose } from './use-focus-after-close.ts'
import { useShownTogether } from './use-shown-together.ts'
import { useSay } from './words.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  /** CSS width; never wider than the window. */
  readonly width?: string
  readonly height?: string
  readonly children: ReactNode
  /** Next to the title. */
  readonly headEnd?: ReactNode
  /** Buttons at the bottom; `<DialogSpacer/>` pushes what follows to the right. */
  readonly foot?: ReactNode
  /** The body extends to the edges of the dialog. */
  readonly bare?: boolean
  /** `alertdialog`: confirms a deletion; a click outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly className?: string | undefined
}

/** A dialog over the page: traps the focus, closes on Escape, restores the focus. */
export function Dialog({ open, onClose, width = '480px', height, role = 'dialog', ...content }: DialogProps) {
  useFocusAfterClose(open)
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      data-dialog
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={styles.modal ?? ''} style={{ width, ...(height === undefined ? {} : { height }) }}>
        <DialogContent
          {...content}
          onClose={onClose}
          role={role}
          height={height === undefined ? undefined : '100%'}
        />
      </Modal>
    </ModalOverlay>
  )
}

type DialogContentProps = Omit<DialogProps, 'open' | 'width' | 'height'> & {
  readonly role: 'dialog' | 'alertdialog'
  readonly height: string | undefined
}

/** Rendered only while the dialog is open. */
function DialogContent({
  onClose,
  title,
  height,
  children,
  headEnd,
  foot,
  bare = false,
  role,
  className,
}: DialogContentProps) {
  const say = useSay()
  return (
    <AriaDialog
      className={classNames(styles.dialog, className, useShownTogether())}
      role={role}
      style={{ width: '100%', ...(height === undefined ? {} : { height }) }}
    >
      <div className={styles.head}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {headEnd}
        <IconButton icon="x" label={say('shell.close')} onPress={onClose} />
      </div>
      <div className={classNames(styles.body, bare && styles.bare)}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </AriaDialog>
  )
}

export function DialogSpacer() {
  return <span className={styles.spring} />
}
