/** Port of a library that has none of its own, if it is free. */
const USUAL_PORT = 27_275

/** The setting that stores a library's port. */
export const PORT_SETTING = 'web-port'

export interface KeptPort {
  /** Undefined if it is not set. */
  get(): Promise<unknown>
  set(port: number): Promise<void>
}

/**
 * Opens a host at the port that the library used before, so that a page left open reconnects; the first port
 * is stored. If another program has it, a different one is used this time and the stored one again once it is
 * free: only at that origin can a page delete the sound that its browser kept.
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
