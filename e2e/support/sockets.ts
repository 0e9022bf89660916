import { readFileSync } from 'node:fs'

const ESTABLISHED = '01'
const LISTENING = '0A'

interface SocketFacts {
  readonly local: { readonly address: string; readonly port: number }
  readonly remote: { readonly address: string; readonly port: number }
  readonly state: string
  /** Received bytes that were not read. */
  readonly unread: number
}

/** Addresses, in Linux notation (127.0.0.1: 0100007F), with a listener on that port. */
export function listeningAddresses(port: number): string[] {
  return sockets()
    .filter(({ local, state }) => state === LISTENING && local.port === port)
    .map(({ local }) => local.address)
}

/**
 * Connections to that port with unread answers: what a browser does with a stream of which it has buffered
 * enough.
 */
export function heldConnections(port: number): number {
  return sockets().filter(
    ({ remote, state, unread }) => state === ESTABLISHED && remote.port === port && unread > 0,
  ).length
}

/** proc_net_tcp(5), Linux only. */
function sockets(): SocketFacts[] {
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, local = '', remote = '', state = '', queues = ''] = line.trim().split(/\s+/u)
        return {
          local: place(local),
          remote: place(remote),
          state,
          unread: Number.parseInt(queues.split(':')[1] ?? '', 16),
        }
      }),
  )
}

function place(text: string): SocketFacts['local'] {
  const [address = '', port = ''] = text.split(':')
  return { address, port: Number.parseInt(port, 16) }
}
