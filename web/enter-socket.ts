import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { NOT_ENTERED, type SocketEntered } from '#contracts/web-access'
import type { PageSecrets } from './page-secrets.ts'
import { bytesOf, parsed } from './socket-messages.ts'
import type { Tickets } from './tickets.ts'

/** A page sends its secret as soon as the socket is open. */
const ENTER_WITHIN_MS = 10_000
/** Limits the memory used by clients that have not authenticated. */
const MAX_BYTES_BEFORE = 4_096

const SocketEntry = z.strictObject({ kind: z.literal('enter'), secret: z.string().max(200) })
const entered: SocketEntered = { kind: 'entered' }

export interface SocketAccess {
  readonly secrets: PageSecrets
  readonly tickets: Tickets
}

/**
 * Waits for the secret, the first message of every WebSocket, and answers it. If it does not arrive in time
 * or is unknown, closes the socket and returns false. While the socket is open, its page's tickets are valid.
 */
export async function enterSocket(
  socket: WebSocket,
  connection: Duplex,
  { secrets, tickets }: SocketAccess,
): Promise<boolean> {
  const refuse = (): false => {
    socket.close(NOT_ENTERED, 'not entered')
    return false
  }
  const first = await firstMessage(socket, connection)
  const entry = SocketEntry.safeParse(first === null ? null : parsed(first.toString('utf8')))
  if (!entry.success) return refuse()
  // Early messages have no receiver yet.
  const onEarly = (): void => socket.terminate()
  socket.on('message', onEarly)
  const hash = await secrets.recognize(entry.data.secret)
  socket.off('message', onEarly)
  if (hash === null) return refuse()
  if (socket.readyState !== socket.OPEN) return false
  socket.once('close', tickets.connect(hash))
  socket.send(JSON.stringify(entered))
  return true
}

/** Null if it does not arrive in time, is too long, or the socket closes. */
function firstMessage(socket: WebSocket, connection: Duplex): Promise<Buffer | null> {
  return new Promise((resolve) => {
    let received = 0
    const count = (chunk: Buffer): void => {
      received += chunk.length
      if (received > MAX_BYTES_BEFORE) end(null)
    }
    const end = (message: Buffer | null): void => {
      clearTimeout(timer)
      connection.off('data', count)
      socket.off('message', onMessage)
      socket.off('close', onClose)
      if (received > MAX_BYTES_BEFORE) socket.terminate()
      resolve(message)
    }
    const onMessage = (data: Parameters<typeof bytesOf>[0]): void => end(bytesOf(data))
    const onClose = (): void => end(null)
    const timer = setTimeout(() => end(null), ENTER_WITHIN_MS)
    connection.on('data', count)
    socket.once('message', onMessage)
    socket.once('close', onClose)
  })
}
