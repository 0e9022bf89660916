import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../project-root.ts'

/** Recordings with references, kept beside the project: not ours to publish. PAROLO_EVALDATA names another place. */
export function findEvaldata(): string | null {
  const folder = process.env.PAROLO_EVALDATA ?? path.join(projectRoot, '..', 'shared', 'evaldata')
  return existsSync(path.join(folder, 'refs.tsv')) ? path.resolve(folder) : null
}
