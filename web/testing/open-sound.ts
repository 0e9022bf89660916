import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { SoundToPage } from '#contracts/sound-wire'

/** A page's connection for the sound of a recording, with all that it was told. */
export async function openSound(port: number, token: string, cookie = `parolo-${port}=${token}`) {
  const told: SoundToPage[] = []
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sound`, {
    headers: { Cookie: cookie, Origin: `http://127.0.0.1:${port}` },
  })
  onTestFinished(() => socket.terminate())
  socket.on('message', (data: Buffer) => told.push(SoundToPage.parse(JSON.parse(data.toString('utf8')))))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  const attach = (runningId: string) =>
    socket.send(JSON.stringify({ kind: 'attach', runningId, language: 'en' }))
  return { socket, told, attach }
}
