import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog, DialogSpacer } from './dialog.tsx'
import { useSay } from './words.tsx'

export interface ConfirmDialogProps {
  readonly open?: boolean
  readonly title: ReactNode
  readonly children: ReactNode
  readonly width?: string
  /** Label of the button that performs the action; null if there is nothing to do. */
  readonly action: string | null
  /** `forever`: what it deletes cannot be made or fetched again. */
  readonly variant?: 'main' | 'forever'
  /** The action is not possible now, or is already running. */
  readonly disabled?: boolean
  readonly onAction: () => void
  /** Label of the button that changes nothing, which has the focus; defaults to “Cancel”. */
  readonly close?: string
  readonly onClose: () => void
  /** Another choice, apart from the two. */
  readonly beside?: ReactNode
}

/** Asks for confirmation before something that is not easily reverted. */
export function ConfirmDialog({
  open = true,
  title,
  children,
  width,
  action,
  variant = 'main',
  disabled = false,
  onAction,
  close,
  onClose,
  beside,
}: ConfirmDialogProps) {
  const say = useSay()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      role="alertdialog"
      title={title}
      {...(width === undefined ? {} : { width })}
      foot={
        <>
          {beside}
          <DialogSpacer />
          <Button takesFocus onPress={onClose}>
            {close ?? say('shell.cancel')}
          </Button>
          {action !== null && (
            <Button variant={variant} disabled={disabled} onPress={onAction}>
              {action}
            </Button>
          )}
        </>
      }
    >
      {children}
    </Dialog>
  )
}
