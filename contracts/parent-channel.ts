/** The subset of Electron's message ports used here: a child process does not depend on Electron. */
interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
}

/** The subset of `process` used here, in a child process forked by Node or an Electron utility process. */
interface ChildSide {
  readonly parentPort?: {
    on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void
  }
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
  send?(message: unknown): unknown
}

/**
 * Opens a child process's channel to its parent: the IPC channel if Node forked it, or the port in the first
 * message if Electron's main process started it. Returns the function that sends replies.
 */
export function openParentChannel<Reply>(
  child: object,
  listeners: {
    readonly message: (message: unknown) => void
    /** Called when the other end of the channel is closed. */
    readonly closed: () => void
  },
): (reply: Reply) => void {
  const side = child as ChildSide
  if (side.parentPort === undefined) {
    side.on('message', listeners.message)
    side.on('disconnect', listeners.closed)
    return (reply) => void side.send?.(reply)
  }
  const queued: Reply[] = []
  let send = (reply: Reply): void => void queued.push(reply)
  side.parentPort.on('message', ({ ports: [port] }) => {
    if (port === undefined) return
    port.on('message', ({ data }) => listeners.message(data))
    port.on('close', listeners.closed)
    port.start()
    send = (reply) => port.postMessage(reply)
    for (const reply of queued.splice(0)) send(reply)
  })
  return (reply) => send(reply)
}
