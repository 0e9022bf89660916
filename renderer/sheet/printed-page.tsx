import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { LinkTip } from '../ui/tooltip.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './printed-page.module.css'

/** For the element of such a page that is printed, without anything around it. */
export const printedClass = styles.printed

export interface PrintedPageProps {
  readonly recordingId: string
  /** In the bar above, next to the link back to the recording. */
  readonly heading: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page about a recording to read and print: its minutes, its sheet. */
export function PrintedPage({ recordingId, heading, actions, children }: PrintedPageProps) {
  const say = useSay()
  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <LinkTip text={say('minutes.page.back')}>
          <Link
            to="/recording/$id"
            params={{ id: recordingId }}
            className={buttonClass('quiet', 'normal', true)}
            aria-label={say('minutes.page.back')}
          >
            <Icon name="back" />
          </Link>
        </LinkTip>
        <div className={styles.heading}>{heading}</div>
        <div className={styles.acts}>{actions}</div>
      </header>
      {children}
    </div>
  )
}
