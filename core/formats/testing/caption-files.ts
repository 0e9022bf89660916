import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Caption files of other projects that show what readers meet. They are not part of this one: they are looked
 * for in PAROLO_EVALDATA, else beside the checkout.
 */
const evaldata =
  process.env['PAROLO_EVALDATA'] ?? fileURLToPath(new URL('../../../../shared/evaldata', import.meta.url))
const folder = join(evaldata, 'captions')

export const hasCaptionFiles = existsSync(folder)

/** For the name of tests that read them. */
export const captionFilesNote = hasCaptionFiles ? '' : ' (left out: the caption files are not here)'

export const captionFile = (path: string): string => readFileSync(join(folder, path), 'utf8')
