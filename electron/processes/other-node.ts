import path from 'node:path'

/** SQLite's binding needs it. */
const LEAST_NODE_API = 10

export interface NodeFacts {
  readonly isPackaged: boolean
  /** Electron's folder `resources`. */
  readonly resourcesPath: string
  readonly execPath: string
  readonly platform: NodeJS.Platform
  /** Electron's own, such as `9`. */
  readonly nodeApi: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * The Node in which the studio runs; null for Electron's own, which an older Electron's is too old for. From sources
 * PAROLO_NODE names another; a package takes the one that it contains, as no variable may replace a part of it.
 */
export function otherNode(facts: NodeFacts): string | null {
  const isTooOld = Number(facts.nodeApi) < LEAST_NODE_API
  if (!facts.isPackaged) return facts.environment['PAROLO_NODE'] ?? (isTooOld ? facts.execPath : null)
  if (!isTooOld) return null
  const name = facts.platform === 'win32' ? 'node.exe' : 'node'
  return path.join(facts.resourcesPath, 'command-line', name)
}
