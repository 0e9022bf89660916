import type { IncomingMessage } from 'node:http'
import { parsed } from './socket-messages.ts'

const MAX_BYTES = 4_096

/** The body of a request that must be short; undefined if it is longer or not JSON. */
export async function readSmallJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return parsed(Buffer.concat(chunks).toString('utf8'))
}
