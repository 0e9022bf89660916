import { NOT_ENTERED, type SocketEntered, type SocketEntry } from '#contracts/web-access'
import type { PageAccess } from './page-access.ts'

export interface EnteredSocketListeners {
  /** The host admitted the page: messages may be sent. */
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
  /** Called even if it could not be opened. `isRefused`: the host knows none of the page's secrets. */
  readonly onClose: (isRefused: boolean) => void
}

/** Opens a WebSocket and sends the page's secret first; tries each secret that the page has. */
export function openEnteredSocket(
  open: () => WebSocket,
  access: PageAccess,
  { onOpen, onMessage, onClose }: EnteredSocketListeners,
): WebSocket {
  const socket = open()
  let secret: string | null = null
  let isRefused = false
  let isEntered = false
  const enter = async (): Promise<void> => {
    secret = await access.secret()
    if (secret === null) {
      isRefused = true
      access.forgetRefusals()
      socket.close()
    } else socket.send(JSON.stringify({ kind: 'enter', secret } satisfies SocketEntry))
  }
  socket.addEventListener('open', () => {
    enter().catch((error: unknown) => {
      socket.close()
      if (!(error instanceof TypeError)) throw error
    })
  })
  socket.addEventListener('message', ({ data }) => {
    if (isEntered) onMessage(String(data))
    else if (secret !== null && (JSON.parse(String(data)) as SocketEntered).kind === 'entered') {
      isEntered = true
      access.accept(secret)
      onOpen()
    }
  })
  socket.addEventListener('close', ({ code }) => {
    if (code === NOT_ENTERED && secret !== null) access.refuse(secret)
    onClose(isRefused)
  })
  return socket
}
