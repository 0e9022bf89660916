import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { SoundToPage } from '#contracts/sound-wire'
import { enterBySocket } from './enter.ts'

/** A page's connection for the sound of a recording, with all messages that it received. */
export async function openSound(port: number, secret: string) {
  const reported: SoundToPage[] = []
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sound`, {
    headers: { Origin: `http://127.0.0.1:${port}` },
  })
  onTestFinished(() => socket.terminate())
  await enterBySocket(socket, secret)
  socket.on('message', (data: Buffer) => reported.push(SoundToPage.parse(JSON.parse(data.toString('utf8')))))
  const attach = (runningId: string) =>
    socket.send(JSON.stringify({ kind: 'attach', runningId, language: 'en' }))
  return { socket, reported, attach }
}
