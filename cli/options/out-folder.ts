import { existsSync } from 'node:fs'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { captionedVideos } from '#core/formats/edit-lists/captioned-videos'
import { formatList } from '#core/formats/formats'
import { soundFiles } from '#core/formats/sounds/sound-files'
import { type Invocation, resolveFromCallerDir, text } from './arguments.ts'

const ENDINGS = [
  ...formatList.map(({ extension }) => extension),
  ...Object.values(soundFiles).map(({ ending }) => ending),
  ...Object.values(captionedVideos).map(({ ending }) => path.extname(ending)),
]

/** The folder of `--out`, else the current one. Fault `usage.out-is-file` for a new name that ends as a file's does. */
export function outFolder(invocation: Invocation): string {
  const out = text(invocation, 'out') ?? '.'
  const folder = resolveFromCallerDir(out)
  if (ENDINGS.some((ending) => out.toLowerCase().endsWith(ending)) && !existsSync(folder))
    throw new Fault('usage.out-is-file', { out })
  return folder
}
