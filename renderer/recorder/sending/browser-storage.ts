import { blockFromBytes } from '#core/recording/block-bytes'
import type { BlockStorage, KeptBlock } from './kept-block.ts'

const FOLDER = 'recordings'

/** Files of a recording in the browser's own storage (OPFS); null where there is none. Each block has its length before. */
export async function openBrowserStorage(runningId: string): Promise<BlockStorage | null> {
  const folder = await recordingsFolder()
  if (folder === null) return null
  const own = await folder.getDirectoryHandle(runningId, { create: true })
  let lastFile = Math.max(0, ...(await fileNumbers(own)))
  return {
    async store(blocks) {
      lastFile += 1
      const file = lastFile
      const handle = await own.getFileHandle(String(file), { create: true })
      const writable = await handle.createWritable()
      await writable.write(packed(blocks))
      await writable.close()
      return file
    },
    async read(file) {
      const handle = await own.getFileHandle(String(file))
      return unpacked(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
    },
    remove: (file) => own.removeEntry(String(file)),
    list: async () => (await fileNumbers(own)).toSorted((a, b) => a - b),
  }
}

/** Deletes what is stored of a recording, once it has ended and all of it is on disk. */
export async function removeBrowserStorage(runningId: string): Promise<void> {
  const folder = await recordingsFolder()
  if (folder === null) return
  for await (const name of folder.keys())
    if (name === runningId) await folder.removeEntry(name, { recursive: true })
}

async function recordingsFolder(): Promise<FileSystemDirectoryHandle | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return null
  const root = await navigator.storage.getDirectory()
  return await root.getDirectoryHandle(FOLDER, { create: true })
}

async function fileNumbers(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const numbers: number[] = []
  for await (const name of folder.keys()) {
    const number = Number(name)
    if (Number.isSafeInteger(number)) numbers.push(number)
  }
  return numbers
}

export function packed(blocks: readonly KeptBlock[]): Uint8Array<ArrayBuffer> {
  const size = blocks.reduce((sum, { bytes }) => sum + 4 + bytes.byteLength, 0)
  const all = new Uint8Array(size)
  const view = new DataView(all.buffer)
  let at = 0
  for (const { bytes } of blocks) {
    view.setUint32(at, bytes.byteLength, true)
    all.set(bytes, at + 4)
    at += 4 + bytes.byteLength
  }
  return all
}

/** Ends before a block that is cut. */
export function unpacked(all: Uint8Array<ArrayBuffer>): KeptBlock[] {
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  const blocks: KeptBlock[] = []
  let at = 0
  while (at + 4 <= all.byteLength) {
    const bytes = all.slice(at + 4, at + 4 + view.getUint32(at, true))
    const block = blockFromBytes(bytes)
    if (block === null) break
    blocks.push({ source: block.source, sequence: block.sequence, bytes })
    at += 4 + bytes.byteLength
  }
  return blocks
}
