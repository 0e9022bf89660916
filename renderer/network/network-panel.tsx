import { formatLongDate } from '#core/notation/dates'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useLocale, useSay } from '../ui/words.tsx'
import { ConnectionList } from './connection-list.tsx'
import styles from './network.module.css'
import { useConnections } from './use-connections.ts'

const MAX_OF_RECORDING = 100
const NEWEST = 5

/**
 * Connections for one recording, and the newest of the whole program, next to the sheet of its transcript.
 */
export function NetworkPanel({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const own = useConnections(MAX_OF_RECORDING, recordingId)
  const all = useConnections(NEWEST)
  const error = own.error ?? all.error
  const locale = useLocale()
  return (
    <aside className={styles.panel} aria-label={say('network.title')}>
      {error !== null && <ErrorNotice error={error} />}
      {own.data !== undefined && (
        <>
          <h2 className={styles.count}>{say('network.recording', { count: own.data.connections.length })}</h2>
          {own.data.connections.length === 0 ? (
            <p className={styles.lead}>{say('network.recording.none')}</p>
          ) : (
            <ConnectionList connections={own.data.connections} label={say('network.list')} />
          )}
        </>
      )}
      {all.data !== undefined && (
        <>
          <h3>{say('network.program')}</h3>
          <p className={styles.lead}>
            {say('network.since', {
              count: all.data.totals.count,
              date: formatLongDate(all.data.totals.sinceMs, locale),
            })}
          </p>
          {all.data.connections.length > 0 && (
            <ConnectionList connections={all.data.connections} label={say('network.program')} />
          )}
          <p className={styles.lead}>{say('network.panel')}</p>
          <p className={styles.links}>
            <Link className={buttonClass('line', 'small')} to="/network">
              {say('network.all')}
            </Link>
            <Link
              className={buttonClass('line', 'small')}
              to="/how-it-works/$section"
              params={{ section: 'made' }}
            >
              {say('how.open')}
            </Link>
          </p>
        </>
      )}
    </aside>
  )
}
