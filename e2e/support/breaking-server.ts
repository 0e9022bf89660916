import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BreakingServer {
  /** Of the folder of every file. */
  readonly url: string
  /** The `Range` of each request for the file, or nothing, in order. */
  readonly ranges: readonly string[]
  close(): void
}

export interface BreakingOptions {
  /** Number of bytes of the first answer that arrive. */
  readonly first: number
  /** Resolves once they are stored: bytes in transit are lost with the connection. */
  readonly stored: () => Promise<void>
}

/** Serves `bytes` at every URL; the first answer breaks off halfway. */
export async function breakingServer(
  bytes: Uint8Array,
  { first, stored }: BreakingOptions,
): Promise<BreakingServer> {
  const ranges: string[] = []
  const server = createServer(({ headers: { range } }, response) => {
    ranges.push(range ?? '')
    const headers = { etag: '"one"' }
    if (ranges.length === 1) {
      response.writeHead(200, { ...headers, 'content-length': bytes.length })
      response.write(bytes.subarray(0, first))
      // The journey's expectation of the ranges fails if nothing is stored.
      void stored().finally(() => response.destroy())
      return
    }
    const from = Number(/\d+/u.exec(range ?? '0')?.[0])
    const part = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    response.writeHead(206, { ...headers, 'content-range': part }).end(bytes.subarray(from))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    ranges,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
