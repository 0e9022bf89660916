/** What a library without a port of its own is served at, if it is free. */
const USUAL_PORT = 27_275

/** The setting of a library that holds its port. */
export const PORT_SETTING = 'web-port'

export interface KeptPort {
  /** Undefined if there is none yet. */
  get(): Promise<unknown>
  set(port: number): Promise<void>
}

/**
 * Opens a host at the port that the library was served at before, so that a page which was left open finds it again;
 * the first one is kept. Where another program has that port now, another one is used this time, and the kept one is taken
 * again once it is free: only there does a page get rid of the sound that its browser kept.
 */
export async function openAtKeptPort<Host extends { readonly port: number }>(
  open: (port: number) => Promise<Host>,
  kept: KeptPort,
  usualPort = USUAL_PORT,
): Promise<Host> {
  const before = await kept.get()
  const ports = [...(isPort(before) ? [before] : []), usualPort]
  for (const port of ports) {
    const host = await openIfFree(open, port)
    if (host === null) continue
    if (!isPort(before)) await kept.set(host.port)
    return host
  }
  const host = await open(0)
  if (!isPort(before)) await kept.set(host.port)
  return host
}

/** Null if the port is taken. */
export async function openIfFree<Host>(
  open: (port: number) => Promise<Host>,
  port: number,
): Promise<Host | null> {
  try {
    return await open(port)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    return null
  }
}

const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 65_535
