import type { FileBlock, FileFacts } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { BLOCK_BYTES, readBlock } from './files.ts'

/** A player that seeks waits only for the first block; larger blocks cost less per byte. */
const FIRST_BYTES = 1 << 16

/**
 * The part of a file from byte `start` to `end`, both included; reads the next block ahead. Rejects with
 * `media.changed` if the file has been replaced or changed.
 */
export async function* fileBlocks(
  path: string,
  facts: FileFacts,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let length = FIRST_BYTES
  const read = (at: number): Promise<FileBlock> => readBlock(path, at, Math.min(length, end + 1 - at))
  let next = read(start)
  for (let at = start; at <= end;) {
    const block = await next
    const isSame = block.facts.bytes === facts.bytes && block.facts.mtimeMs === facts.mtimeMs
    if (!isSame || block.bytes.length === 0) throw new Fault('media.changed', { file: path })
    at += block.bytes.length
    length = Math.min(2 * length, BLOCK_BYTES)
    if (at <= end) {
      next = read(at)
      // A caller that takes no further block ignores the result of reading ahead.
      next.catch(() => undefined)
    }
    yield block.bytes
  }
}
