import { blockFromBytes } from '#core/recording/block-bytes'
import type { BlockStorage, KeptAbout, KeptBlock, SoundShelf } from './kept-block.ts'

const FOLDER = 'recordings'
const ABOUT = 'about.json'

/** The browser's own storage (OPFS): one folder per recording, which a lock reserves for one page. */
export const browserShelf: SoundShelf = {
  async create() {
    const folder = await recordingsFolder()
    if (folder === null) return null
    const name = crypto.randomUUID()
    const letGo = await reserve(name)
    return letGo && (await storageIn(folder, name, letGo))
  },
  async takeLeft() {
    const folder = await recordingsFolder()
    if (folder === null) return []
    const names: string[] = []
    for await (const name of folder.keys()) names.push(name)
    const taken: BlockStorage[] = []
    for (const name of names) {
      const letGo = await reserve(name)
      if (letGo !== null) taken.push(await storageIn(folder, name, letGo))
    }
    return taken
  },
}

async function storageIn(
  folder: FileSystemDirectoryHandle,
  name: string,
  letGo: () => void,
): Promise<BlockStorage> {
  const own = await folder.getDirectoryHandle(name, { create: true })
  let lastFile = Math.max(0, ...(await fileNumbers(own)))
  return {
    async store(blocks) {
      lastFile += 1
      const file = lastFile
      await write(own, String(file), packed(blocks))
      return file
    },
    async read(file) {
      const handle = await own.getFileHandle(String(file))
      return unpacked(new Uint8Array(await (await handle.getFile()).arrayBuffer()))
    },
    remove: (file) => own.removeEntry(String(file)),
    list: async () => (await fileNumbers(own)).toSorted((a, b) => a - b),
    describe: (about) => write(own, ABOUT, JSON.stringify(about)),
    async about() {
      const handle = await own.getFileHandle(ABOUT).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null
        throw error
      })
      const text = await (await handle?.getFile())?.text()
      // A page killed at the beginning leaves an empty one.
      return text === undefined || text === '' ? null : (JSON.parse(text) as KeptAbout)
    },
    async delete() {
      await folder.removeEntry(name, { recursive: true })
      letGo()
    },
    release: letGo,
  }
}

async function write(
  folder: FileSystemDirectoryHandle,
  name: string,
  data: string | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true })
  const writable = await handle.createWritable()
  await writable.write(data)
  await writable.close()
}

/** Until the returned function is called, or the page is closed; null if another page holds it. */
async function reserve(name: string): Promise<(() => void) | null> {
  // Without locks this is unknown; sound sent by two pages is dropped as a duplicate.
  if (!('locks' in navigator)) return () => undefined
  return await new Promise((resolve, reject) => {
    navigator.locks
      .request(`parolo.sound.${name}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null)
          return
        }
        return new Promise<void>((letGo) => resolve(() => letGo()))
      })
      .catch(reject)
  })
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

/** Stops before a truncated block. */
export function unpacked(all: Uint8Array<ArrayBuffer>): KeptBlock[] {
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  const blocks: KeptBlock[] = []
  let at = 0
  while (at + 4 <= all.byteLength) {
    const bytes = all.slice(at + 4, at + 4 + view.getUint32(at, true))
    const block = blockFromBytes(bytes)
    if (block === null) break
    blocks.push({ source: block.source, sequence: block.sequence, atMs: block.atMs, bytes })
    at += 4 + bytes.byteLength
  }
  return blocks
}
