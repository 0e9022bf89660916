import { fileURLToPath } from 'node:url'
import { outsideArchive } from './outside-archive.ts'

/** When run from source, `resources` is next to `studio`; in a build it is two folders above the bundles. */
export function resourcesFolder(): string {
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL('../../resources', here))
  return fileURLToPath(new URL(here.includes('/chunks/') ? '../../../resources' : '../../resources', here))
}

/** The typeface of captions, for programs that cannot read the archive. */
export const fontsFolder = (): string => outsideArchive(`${resourcesFolder()}/fonts`)
