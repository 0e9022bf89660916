import type { EngineReply } from '#contracts/engine'

/** The used part of Electron's message ports: the engine does not depend on Electron. */
interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}
interface PortBringer {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void
}

/**
 * Opens the channel to the studio: the IPC channel if the studio forked this process, or the port in the first
 * message if Electron's main process started it. Returns the function that sends replies.
 */
export function openStudioLine(ears: {
  readonly message: (message: unknown) => void
  /** Called when the studio's end of the channel is closed. */
  readonly closed: () => void
}): (reply: EngineReply) => void {
  const { parentPort } = process as NodeJS.Process & { parentPort?: PortBringer }
  if (parentPort === undefined) {
    process.on('message', ears.message)
    process.on('disconnect', ears.closed)
    return (reply) => void process.send?.(reply)
  }
  const early: EngineReply[] = []
  let say = (reply: EngineReply): void => void early.push(reply)
  parentPort.on('message', ({ ports: [port] }) => {
    if (port === undefined) return
    port.on('message', ({ data }) => ears.message(data))
    port.on('close', ears.closed)
    port.start()
    say = (reply) => port.postMessage(reply)
    for (const reply of early.splice(0)) say(reply)
  })
  return (reply) => say(reply)
}
