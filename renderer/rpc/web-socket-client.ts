import type { ToPage } from '#contracts/wire'
import type { ProgramLanguage } from '#core/messages/messages'
import { createCallChannel } from './call-channel.ts'
import { openEnteredSocket } from './entered-socket.ts'
import type { PageAccess } from './page-access.ts'
import type { StudioClient } from './studio-client.ts'

/** Delays between attempts, ms; the last one repeats. */
const RETRY_MS = [250, 500, 1_000, 2_000, 3_000] as const

export interface WebSocketClient extends StudioClient {
  /** Reconnects immediately. */
  retry(): void
  close(): void
}

/** The studio behind the local web host. Reconnects automatically. */
export function createWebSocketClient(options: {
  readonly url: string
  readonly access: PageAccess
  readonly language: () => ProgramLanguage
  /** For tests. */
  readonly openSocket?: (url: string) => WebSocket
}): WebSocketClient {
  const openSocket = options.openSocket ?? ((url: string) => new WebSocket(url))
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let tries = 0
  let closed = false

  const channel = createCallChannel({
    language: options.language,
    send: (message) => socket?.send(JSON.stringify(message)),
  })

  const connect = (): void => {
    timer = null
    const opened = openEnteredSocket(() => openSocket(options.url), options.access, {
      onOpen() {
        tries = 0
        channel.opened()
      },
      onMessage: (text) => channel.receive(JSON.parse(text) as ToPage),
      // A failed attempt also fires `close`, so one listener handles both.
      onClose(isRefused) {
        if (socket !== opened) return
        socket = null
        channel.lost(isRefused ? 'refused' : 'lost')
        if (closed) return
        timer = setTimeout(connect, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)])
        tries += 1
      },
    })
    socket = opened
  }
  const retry = (): void => {
    if (timer === null || closed) return
    clearTimeout(timer)
    connect()
  }
  connect()

  return {
    ...channel.client,
    get connection() {
      return channel.client.connection
    },
    retry,
    close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      socket?.close()
    },
  }
}

/** URL of the host that serves the page. */
export function socketUrl(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/rpc`
}
