import { fileURLToPath } from 'node:url'

/** The built page: from source in `out` beside `cli`, in a build beside the bundles. */
export function pageFolder(): string {
  const here = import.meta.url
  const place = here.endsWith('.ts')
    ? '../../../out/renderer'
    : here.includes('/chunks/')
      ? '../../renderer'
      : '../renderer'
  return fileURLToPath(new URL(place, here))
}
