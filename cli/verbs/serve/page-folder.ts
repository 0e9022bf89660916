import { fileURLToPath } from 'node:url'

/** The built page: in `out` next to `cli` when run from source, next to the bundles in a build. */
export function pageFolder(): string {
  const here = import.meta.url
  const place = here.endsWith('.ts')
    ? '../../../out/renderer'
    : here.includes('/chunks/')
      ? '../../renderer'
      : '../renderer'
  return fileURLToPath(new URL(place, here))
}
