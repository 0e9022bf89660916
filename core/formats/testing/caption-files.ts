import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Caption files of other projects with the variations that readers encounter. They are not part of this
 * repository; they are expected in PAROLO_EVALDATA, else next to the checkout.
 */
const evaldata =
  process.env['PAROLO_EVALDATA'] ?? fileURLToPath(new URL('../../../../shared/evaldata', import.meta.url))
const folder = join(evaldata, 'captions')

export const hasCaptionFiles = existsSync(folder)

/** Suffix for the names of tests that read them. */
export const captionFilesNote = hasCaptionFiles ? '' : ' (left out: the caption files are not here)'

export const captionFile = (path: string): string => readFileSync(join(folder, path), 'utf8')
