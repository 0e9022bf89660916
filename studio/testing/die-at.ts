import fs from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const CHANGES = ['mkdir', 'rename', 'rm', 'rmdir', 'writeFile', 'link', 'copyFile', 'utimes'] as const

/** Simulates a kill: only the first `changes` file-changing calls succeed, and all later ones fail. */
export async function dyingAfter<Result>(
  changes: number,
  work: () => Promise<Result>,
): Promise<{ readonly isDead: boolean; readonly outcome: PromiseSettledResult<Result> }> {
  let made = 0
  const counted = (): void => {
    made += 1
    if (made > changes) throw Object.assign(new Error('this process was killed'), { code: 'EIO' })
  }
  const sync = fs as unknown as Record<string, (...values: unknown[]) => unknown>
  const later = fsPromises as unknown as Record<string, (...values: unknown[]) => unknown>
  const undo = CHANGES.flatMap((name) => [
    replaced(sync, `${name}Sync`, counted),
    replaced(later, name, counted),
  ])
  syncBuiltinESMExports()
  try {
    const [outcome] = await Promise.allSettled([work()])
    return { isDead: made > changes, outcome }
  } finally {
    for (const each of undo) each()
    syncBuiltinESMExports()
  }
}

function replaced(
  module: Record<string, (...values: unknown[]) => unknown>,
  name: string,
  counted: () => void,
): () => void {
  const own = module[name]
  if (own === undefined) throw new Error(`fs has no ${name}`)
  const isLater = !name.endsWith('Sync')
  module[name] = (...values: unknown[]): unknown => {
    try {
      counted()
    } catch (error) {
      if (!isLater) throw error
      return Promise.reject(error)
    }
    return own(...values)
  }
  return () => {
    module[name] = own
  }
}
