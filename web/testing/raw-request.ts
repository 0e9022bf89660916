import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** By lowercase name. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Sends a request verbatim, so that a test can send what no HTTP client would. Lines without line endings. */
export function rawRequest(
  port: number,
  lines: readonly string[],
  body: string | Buffer = '',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.once('error', reject)
    socket.once('close', () => resolve(parsed(Buffer.concat(chunks))))
    socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`)
    socket.write(body)
  })
}

/** Sends a request without reading the response. */
export function heldRequest(port: number, lines: readonly string[]): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.pause()
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      resolve(socket)
    })
  })
}

function parsed(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) throw new Error(`no answer: ${bytes.toString('latin1').slice(0, 200)}`)
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const
    }),
  )
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) }
}
