import { formatLongDate } from '#core/notation/dates'
import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { byteSize } from '#core/notation/sizes'
import { TopBar } from '../library/top-bar.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { InTerminal } from '../ui/in-terminal.tsx'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import { ConnectionList } from './connection-list.tsx'
import frame from '../ui/page-frame.module.css'
import styles from './network.module.css'
import { useConnections } from './use-connections.ts'

const ROWS_AT_ONCE = 100
/** The studio's limit for one call. */
const MAX_ROWS = 1_000

/** Every connection to another computer, for the whole program. */
export function NetworkScreen() {
  const say = useSay()
  usePageTitle(say('network.title'))
  const [limit, setLimit] = useState(ROWS_AT_ONCE)
  const { data, error } = useConnections(limit)
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} aria-label={say('network.title')} tabIndex={-1}>
        <div className={styles.column}>
          <h1>{say('network.title')}</h1>
          {data !== undefined ? (
            <Connections listed={data} />
          ) : error ? (
            <ErrorNotice error={error} />
          ) : (
            <Loading />
          )}
          {data?.hasMore === true && limit < MAX_ROWS && (
            <Button onPress={() => setLimit(Math.min(MAX_ROWS, limit + ROWS_AT_ONCE))}>
              {say('network.more')}
            </Button>
          )}
        </div>
      </main>
    </div>
  )
}

function Connections({
  listed: { totals, connections, hasMore },
}: {
  readonly listed: CallOutput<'network.list'>
}) {
  const say = useSay()
  const language = useLanguage()
  const { count, blocked, sinceMs, receivedBytes, sentBytes } = totals
  const date = formatLongDate(sinceMs, localeOf(language))
  return (
    <>
      <p className={styles.count}>{say('network.since', { count, date })}</p>
      <p className={styles.lead}>{say('network.lead')}</p>
      <p className={styles.lead}>{say('network.unlisted')}</p>
      {count === 0 ? (
        <p className={styles.lead}>{say('network.none')}</p>
      ) : (
        <p className={styles.lead}>
          {say('network.sums', {
            received: byteSize(receivedBytes, language),
            sent: byteSize(sentBytes, language),
          })}
        </p>
      )}
      {blocked > 0 && <p className={styles.lead}>{say('network.blocked', { count: blocked })}</p>}
      {connections.length > 0 && (
        <ConnectionList connections={connections} label={say('network.list')} withAddress />
      )}
      {hasMore && connections.length === MAX_ROWS && (
        <>
          <p>{say('network.rest', { count: MAX_ROWS })}</p>
          <InTerminal command="parolo network" />
        </>
      )}
    </>
  )
}
