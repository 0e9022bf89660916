import type { FileFacts } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { BLOCK_BYTES, readBlock } from './files.ts'

/** The part of a file from byte `start` to `end`, both included. Rejects with `media.changed` if the file is another by then. */
export async function* fileBlocks(
  path: string,
  facts: FileFacts,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  for (let at = start; at <= end;) {
    const block = await readBlock(path, at, Math.min(BLOCK_BYTES, end + 1 - at))
    const isSame = block.facts.bytes === facts.bytes && block.facts.mtimeMs === facts.mtimeMs
    if (!isSame || block.bytes.length === 0) throw new Fault('media.changed', { file: path })
    yield block.bytes
    at += block.bytes.length
  }
}
