import { fileURLToPath } from 'node:url'

/**
 * Where the code of a child process or worker lies: from source the TypeScript file `source` (named from the
 * project's folder), in a build the bundle `<bundle>.cjs`. An archive cannot be run from, so its unpacked twin is.
 */
export function entryLocation(source: string, bundle: string): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL(`../../${source}`, here))
  const beside = new URL(here.includes('/chunks/') ? `../${bundle}.cjs` : `./${bundle}.cjs`, here)
  return fileURLToPath(beside).replace(/app\.asar(?!\.unpacked)/, 'app.asar.unpacked')
}
