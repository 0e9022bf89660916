import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../project-root.ts'

/**
 * Recordings with references, stored next to the project, as we may not publish them. PAROLO_EVALDATA
 * overrides the location.
 */
export function findEvaldata(): string | null {
  const folder = process.env.PAROLO_EVALDATA ?? path.join(projectRoot, '..', 'shared', 'evaldata')
  return existsSync(path.join(folder, 'refs.tsv')) ? path.resolve(folder) : null
}
