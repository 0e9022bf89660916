import { formatDate } from '#core/notation/dates'
import type { Connection } from '#core/network/connection'
import { connectionWords } from '#core/network/connection-words'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import styles from './network.module.css'

interface ConnectionListProps {
  readonly connections: readonly Connection[]
  readonly label: string
  /** Includes the full address of each. */
  readonly withAddress?: boolean
}

export function ConnectionList({ connections, label, withAddress = false }: ConnectionListProps) {
  return (
    <ol className={styles.list} aria-label={label}>
      {connections.map((connection) => (
        <ConnectionLine key={connection.number} connection={connection} withAddress={withAddress} />
      ))}
    </ol>
  )
}

function ConnectionLine({
  connection,
  withAddress,
}: {
  readonly connection: Connection
  readonly withAddress: boolean
}) {
  const say = useSay()
  const language = useLanguage()
  const { what, host, askedFor, end, received, sent } = connectionWords(connection, language)
  return (
    <li>
      <span className={styles.what}>{what}</span>
      <span className={styles.bytes}>{received}</span>
      <span className={styles.meta}>
        <time dateTime={new Date(connection.startedAtMs).toISOString()}>
          {formatDate(connection.startedAtMs, localeOf(language), {
            dateStyle: 'medium',
            timeStyle: 'short',
          })}
        </time>
        {`, ${[host, askedFor, end].filter((text) => text !== '').join(', ')}. ${say('network.sent', { sent })}.`}
      </span>
      {withAddress && connection.url !== null && <code>{connection.url}</code>}
    </li>
  )
}
