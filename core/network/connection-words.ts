import { type MessageKey, type ProgramLanguage, say } from '../messages/messages.ts'
import { byteSize } from '../notation/sizes.ts'
import type { Connection } from './connection.ts'

/** A connection in a person's language; the caller formats its time. */
export interface ConnectionWords {
  /** Its purpose. */
  readonly what: string
  /** Including the proxy. */
  readonly host: string
  readonly askedFor: string
  /** How it ended; empty if the whole answer arrived. */
  readonly end: string
  readonly received: string
  readonly sent: string
}

export function connectionWords(connection: Connection, language: ProgramLanguage): ConnectionWords {
  const { purpose, title, host, proxy, askedBy, sentBytes, receivedBytes } = connection
  return {
    what:
      title === null
        ? say(language, 'network.what.deleted')
        : say(language, `network.what.${purpose}`, { title }),
    host: proxy === null ? host : say(language, 'network.host', { host, proxy }),
    askedFor: say(language, `network.asked.${askedBy}`),
    end: endWords(connection, language),
    received: byteSize(receivedBytes, language),
    sent: byteSize(sentBytes, language),
  }
}

function endWords({ status, state }: Connection, language: ProgramLanguage): string {
  if (status !== null && status >= 300 && status < 400) return say(language, 'network.end.redirected')
  if (status !== null && status >= 400) return say(language, 'network.end.refused', { status })
  if (state === 'complete') return ''
  const key: MessageKey = `network.end.${state}`
  return say(language, key)
}
