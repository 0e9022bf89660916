import type { EngineReply } from '#contracts/engine'

/** As much of Electron's message ports as is used here: the engine knows no Electron. */
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
 * The line to the studio: the channel of a process that it forked itself, or, in a process that Electron's main started
 * for it, the port that comes as its first message. Gives what speaks into it.
 */
export function openStudioLine(ears: {
  readonly message: (message: unknown) => void
  /** The studio is gone. */
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
