import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { realPathOf, renameFile } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { withPartFiles } from './part-files.ts'
import { inWorkFolder } from './work-folder.ts'

/**
 * Names of further inputs in ffmpeg's working folder, from 0: no user's path has to be escaped for a filter.
 */
export const inputFile = (index: number): string => `input-${index}`

/** Title, comments and chapters of the source may contain redacted words. */
export const withoutFacts: readonly string[] = ['-map_metadata', '-1', '-map_chapters', '-1']

export interface BeforeMoved {
  /** Called when the file is whole, before it stands in its place; nothing is left if it throws. */
  readonly beforeMoved?: (() => Promise<void>) | undefined
}

/**
 * Lets `write` make a film or sound of `source` in a part file next to `output`, then renames it. `work` is a temporary
 * folder with the further inputs (captions, tags, a cover). Nothing is left if `write` fails.
 * Throws `output.is-input`, `disk.full`, `disk.read-only`, `disk.failed`, and what `write` throws.
 */
export async function writeMedia<Result>(
  source: { readonly path: string },
  inputs: readonly (string | Uint8Array)[],
  { output, beforeMoved }: BeforeMoved & { readonly output: string },
  neededBytes: number,
  write: (part: string, work: string) => Promise<Result>,
): Promise<Result> {
  const folder = path.dirname(output)
  const isSame = (await realPath(output)) === (await realPath(source.path))
  if (isSame) throw new Fault('output.is-input', { file: output })
  try {
    await makeFolder(folder)
    await ensureFreeSpace(folder, neededBytes)
    return await inWorkFolder(async (work) => {
      for (const [index, content] of inputs.entries())
        await writeFile(path.join(work, inputFile(index)), content)
      return withPartFiles({ output }, async (part) => {
        const result = await write(part.output, work)
        await beforeMoved?.()
        await renameFile(part.output, output)
        return result
      })
    })
  } catch (error) {
    throw diskFault(error, folder)
  }
}

const realPath = (file: string): Promise<string> => realPathOf(file).catch(() => path.resolve(file))
