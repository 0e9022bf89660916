import path from 'node:path'
import { Fault } from '#contracts/errors'
import { LIMITS } from '#core/formats/reading/limits'
import { BLOCK_BYTES, readBlock } from '../../drives/files.ts'
import { diskFault } from '../../faults/disk-fault.ts'
import { codeOf } from '../../faults/error-code.ts'

/**
 * The bytes of a text file of acceptable size. `shownAs`: its name in messages. Throws `media.not-found`,
 * `media.not-a-file` for folders, pipes and devices, `format.too-large`, `drive.silent`.
 */
export async function textFileBytes(
  file: string,
  shownAs: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const blocks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { bytes, facts } = await readBlock(file, length, BLOCK_BYTES, { signal })
      if (facts.kind !== 'file') throw new Fault('media.not-a-file', { file: shownAs })
      length += bytes.length
      // It may grow while being read.
      if (Math.max(facts.bytes, length) > LIMITS.bytes)
        throw new Fault('format.too-large', { file: shownAs, limit: 'bytes', most: LIMITS.bytes })
      blocks.push(bytes)
      if (bytes.length < BLOCK_BYTES) return Uint8Array.from(Buffer.concat(blocks))
    }
  } catch (error) {
    const { message } = error as Error
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Fault('media.not-found', { file: shownAs }, message, error)
    if (code === 'EISDIR' || code === 'ENXIO')
      throw new Fault('media.not-a-file', { file: shownAs }, message, error)
    throw diskFault(error, path.dirname(file))
  }
}
