import type { EngineReply } from '#contracts/engine'

/** The used part of Electron's message ports: the engine does not depend on Electron. */
interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void
}

/**
 * Opens the channel to the studio: the IPC channel if the studio forked this process, or the port in the first
 * message if Electron's main process started it. Returns the function that sends replies.
 */
export function openStudioChannel(listeners: {
  readonly message: (message: unknown) => void
  /** Called when the studio's end of the channel is closed. */
  readonly closed: () => void
}): (reply: EngineReply) => void {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort === undefined) {
    process.on('message', listeners.message)
    process.on('disconnect', listeners.closed)
    return (reply) => void process.send?.(reply)
  }
  const queued: EngineReply[] = []
  let send = (reply: EngineReply): void => void queued.push(reply)
  parentPort.on('message', ({ ports: [port] }) => {
    if (port === undefined) return
    port.on('message', ({ data }) => listeners.message(data))
    port.on('close', listeners.closed)
    port.start()
    send = (reply) => port.postMessage(reply)
    for (const reply of queued.splice(0)) send(reply)
  })
  return (reply) => send(reply)
}
