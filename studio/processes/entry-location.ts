import { fileURLToPath } from 'node:url'
import { outsideArchive } from './outside-archive.ts'

/**
 * Path of a child process's or worker's code: from source the TypeScript file `source` (relative to the project's
 * folder), in a build the bundle `<bundle>.cjs`.
 */
export function entryLocation(source: string, bundle: string): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL(`../../${source}`, here))
  const beside = new URL(here.includes('/chunks/') ? `../${bundle}.cjs` : `./${bundle}.cjs`, here)
  return outsideArchive(fileURLToPath(beside))
}
