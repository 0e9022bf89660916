import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that would answer any request: a target that a page must not reach. */
export interface Bait {
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  /** The requests received. */
  readonly visits: readonly string[]
  close(): Promise<void>
}

export async function layBait(): Promise<Bait> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' })
    response.end('<title>elsewhere</title>')
  })
  server.on('upgrade', (request, socket) => {
    visits.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
