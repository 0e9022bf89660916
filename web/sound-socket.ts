import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { MAX_SOUND_BYTES } from '#contracts/sound-wire'
import type { StudioService } from '#studio/service'
import { enterSocket, type SocketAccess } from './enter-socket.ts'
import { bytesOf, isOfThePage, parsed } from './socket-messages.ts'

const NOT_A_MESSAGE = 1008
const GOING_AWAY = 1001

export interface SoundServer {
  /** Takes a request that has passed the request guard. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** Takes the sound of pages that record: text messages are JSON, binary ones are blocks (contracts/sound-wire.ts). */
export function soundServer(
  service: StudioService,
  access: SocketAccess,
  onError: (error: unknown) => void,
): SoundServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_SOUND_BYTES,
    perMessageDeflate: false,
  })
  const serve = (socket: WebSocket): void => {
    const channel = service.openSoundChannel((message) => {
      // A page that keeps sending is slowed down by its own socket, without using memory here.
      if (message.kind === 'wait') socket.pause()
      else if (message.kind === 'go-on') socket.resume()
      socket.send(JSON.stringify(message))
    })
    socket.on('message', (data: RawData, isBinary) => {
      const bytes = bytesOf(data)
      const isKnown = isBinary ? channel.receiveBytes(bytes) : channel.receive(parsed(bytes.toString('utf8')))
      if (!isKnown) socket.close(NOT_A_MESSAGE, 'not a message')
    })
    socket.on('close', () => channel.close())
  }
  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', (error) => {
          if (!isOfThePage(error)) onError(error)
        })
        enterSocket(opened, socket, access).then((isIn) => {
          if (isIn) serve(opened)
        }, onError)
      })
    },
    close() {
      for (const socket of server.clients) {
        socket.close(GOING_AWAY)
        socket.terminate()
      }
      server.close()
    },
  }
}
