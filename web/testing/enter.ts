import { ENTER_PATH, type EnterAnswer, type SocketEntry } from '#contracts/web-access'
import type { WebSocket } from 'ws'

/** Exchanges the token of the address for a secret, as a page does. */
export async function enter(port: number, token: string): Promise<string> {
  const origin = `http://127.0.0.1:${port}`
  const answer = await fetch(origin + ENTER_PATH, {
    method: 'POST',
    headers: { Origin: origin },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw new Error(`not let in: ${answer.status}`)
  return ((await answer.json()) as EnterAnswer).secret
}

/** Sends the secret as the first message and waits for the answer; rejects if the socket is closed instead. */
export function enterBySocket(socket: WebSocket, secret: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => socket.send(JSON.stringify({ kind: 'enter', secret } satisfies SocketEntry)))
    socket.once('message', () => resolve())
    socket.once('close', (code: number) => reject(new Error(`closed with ${code}`)))
    socket.once('error', reject)
  })
}
