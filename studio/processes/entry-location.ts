import { fileURLToPath } from 'node:url'

/**
 * Path of a child process's or worker's code: from source the TypeScript file `source` (relative to the project's
 * folder), in a build the bundle `<bundle>.cjs`. Code in an asar archive cannot be started, so its unpacked copy is
 * used.
 */
export function entryLocation(source: string, bundle: string): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL(`../../${source}`, here))
  const beside = new URL(here.includes('/chunks/') ? `../${bundle}.cjs` : `./${bundle}.cjs`, here)
  return fileURLToPath(beside).replace(/app\.asar(?!\.unpacked)/, 'app.asar.unpacked')
}
