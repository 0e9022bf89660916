import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { realPathOf, renameFile } from '../../drives/files.ts'
import { diskFault } from '../../faults/disk-fault.ts'
import { makeFolder } from '../../files/make-folder.ts'
import { ensureFreeSpace } from '../../files/free-space.ts'
import { withPartFiles } from '../part-files.ts'
import type { Film } from './film.ts'

/**
 * Names of caption files in ffmpeg's working folder, from 0: no user's path has to be escaped for a filter.
 */
export const captionsFile = (index: number): string => `captions-${index}`

/** Title, comments and chapters of the source may contain redacted words. */
export const withoutFacts: readonly string[] = ['-map_metadata', '-1', '-map_chapters', '-1']

/**
 * Lets `write` make a film in a part file next to `output`, then renames it. `work` is a temporary folder for
 * the caption files. Nothing is left if `write` fails.
 * Throws `output.is-input`, `disk.full`, `disk.read-only`, `disk.failed`, and what `write` throws.
 */
export async function writeFilm(
  film: Film,
  captions: readonly string[],
  output: string,
  neededBytes: number,
  write: (part: string, work: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(output)
  const isSame = (await realPath(output)) === (await realPath(film.path))
  if (isSame) throw new Fault('output.is-input', { file: output })
  let work: string | null = null
  try {
    await makeFolder(folder)
    await ensureFreeSpace(folder, neededBytes)
    work = await mkdtemp(path.join(os.tmpdir(), 'parolo-captions-'))
    const workFolder = work
    for (const [index, text] of captions.entries()) {
      await writeFile(path.join(workFolder, captionsFile(index)), text)
    }
    await withPartFiles({ output }, async (part) => {
      await write(part.output, workFolder)
      await renameFile(part.output, output)
    })
  } catch (error) {
    throw diskFault(error, folder)
  } finally {
    if (work !== null) await rm(work, { recursive: true, force: true })
  }
}

const realPath = (file: string): Promise<string> => realPathOf(file).catch(() => path.resolve(file))
