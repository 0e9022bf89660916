import type { ReactNode } from 'react'
import type { WireError } from '#contracts/errors'
import { DetailsMenu } from './details-menu.tsx'
import styles from './error-notice.module.css'
import { Icon } from './icon.tsx'
import { wireErrorOf } from './toast-error.ts'
import { Trouble } from './trouble.tsx'
import { useLanguage } from './words.tsx'

export { toastError, wireErrorOf } from './toast-error.ts'

/** What went wrong and what to do, within a dialog or a section; its details are copied from a menu. */
export function ErrorNotice({ error, way }: { readonly error: unknown; readonly way?: ReactNode }) {
  const wire = useWireError(error)
  return (
    <div role="alert" className={styles.notice}>
      <Icon name="warn" small />
      <div>
        <p className={styles.message}>{wire.message}</p>
        {wire.remedy !== undefined && <p className={styles.remedy}>{wire.remedy}</p>}
      </div>
      <div className={styles.acts}>
        {way}
        <DetailsMenu error={wire} isSmall />
      </div>
    </div>
  )
}

/** An error in place of a screen or a text. */
export function ErrorPage({ error, way, menu }: ErrorPageProps) {
  const wire = useWireError(error)
  return <Trouble what={wire.message} why={wire.remedy} error={wire} way={way} menu={menu} />
}

interface ErrorPageProps {
  readonly error: unknown
  /** The one button that helps. */
  readonly way: ReactNode
  /** Further items of the menu. */
  readonly menu?: ReactNode
}

function useWireError(error: unknown): WireError {
  const language = useLanguage()
  return isWireError(error) ? error : wireErrorOf(error, language)
}

function isWireError(error: unknown): error is WireError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'message' in error &&
    !(error instanceof Error)
  )
}
