import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { ToPage } from '#contracts/wire'
import type { StudioService } from '#studio/service'
import { enterSocket, type SocketAccess } from './enter-socket.ts'
import { bytesOf, isOfThePage, parsed } from './socket-messages.ts'

/** Maximum size of a message: a replace-all of 20,000 edits is about 8 MB. */
const MAX_BYTES = 32 * 1024 * 1024
/** A page that does not read its messages is disconnected; it reconnects and requests the state. */
const MAX_UNREAD_BYTES = 64 * 1024 * 1024
const PING_EVERY_MS = 30_000

const NOT_A_MESSAGE = 1008
const GOING_AWAY = 1001

export interface RpcServer {
  /** Takes a request that has passed the request guard. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** Serves pages over WebSockets: transports the messages of `contracts/wire` as JSON without interpreting them. */
export function rpcServer(
  service: StudioService,
  access: SocketAccess,
  onError: (error: unknown) => void,
): RpcServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES, perMessageDeflate: false })
  const alive = new WeakSet<WebSocket>()
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      // A computer that slept leaves sockets that never report their end.
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_EVERY_MS)
  pings.unref()

  const serve = (socket: WebSocket): void => {
    const send = (message: ToPage) => {
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
      else socket.send(JSON.stringify(message))
    }
    const connection = service.connect({ local: false, send })
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : parsed(bytesOf(data).toString('utf8'))
      if (message === undefined || !connection.receive(message)) socket.close(NOT_A_MESSAGE, 'not a message')
    })
    socket.on('close', () => connection.close())
  }
  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => {
        alive.add(opened)
        opened.on('pong', () => alive.add(opened))
        opened.on('error', (error) => {
          if (!isOfThePage(error)) onError(error)
        })
        enterSocket(opened, socket, access).then((isIn) => {
          if (isIn) serve(opened)
        }, onError)
      })
    },
    close() {
      clearInterval(pings)
      for (const socket of server.clients) {
        socket.close(GOING_AWAY)
        socket.terminate()
      }
      server.close()
    },
  }
}
