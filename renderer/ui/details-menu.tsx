import type { ReactNode } from 'react'
import type { WireError } from '#contracts/errors'
import { IconButton } from './icon-button.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { toast } from './toast.tsx'
import { toastError } from './toast-error.ts'
import { useLanguage, useSay } from './words.tsx'

export interface DetailsMenuProps {
  readonly error: WireError | undefined
  readonly isSmall?: boolean
  /** Further items. */
  readonly children?: ReactNode
}

/** What else can be done about an error: its details are copied from here. */
export function DetailsMenu({ error, isSmall = false, children }: DetailsMenuProps) {
  const say = useSay()
  return (
    <Menu
      label={say('shell.more')}
      trigger={<IconButton icon="more" label={say('shell.more')} size={isSmall ? 'small' : 'normal'} />}
    >
      {error !== undefined && <CopyDetails error={error} />}
      {children}
    </Menu>
  )
}

/** An item that copies code, message and technical details of an error. */
export function CopyDetails({ error }: { readonly error: WireError }) {
  const language = useLanguage()
  const say = useSay()
  const copy = (): void => {
    navigator.clipboard.writeText(detailsOf(error)).then(
      () => toast.show({ text: say('shell.copied'), tone: 'done' }),
      (reason: unknown) => toastError(reason, language),
    )
  }
  return <MenuItem onChoose={copy}>{say('shell.copy-details')}</MenuItem>
}

const detailsOf = ({ code, message, detail }: WireError): string =>
  `${code}\n${message}${detail === undefined ? '' : `\n\n${detail}`}`
