import { open } from 'node:fs/promises'
import { aroundSound } from '#core/formats/html/page-sound'

/** Opus in WebM, which current browsers play: Safari since 17 (on phones since 17.4), the others for over ten years. */
export const PAGE_SOUND_TYPE = 'audio/webm'

/** A sound file that a page can embed. */
export interface PageSound {
  /** Null while the file is not made yet: its size is an estimate then. */
  readonly path: string | null
  readonly bytes: number
}

/** Why a page has no sound although there is a recording. */
export interface LostSound {
  readonly lost: 'sound-missing' | 'sound-deleted' | 'sound-too-long' | 'sound-unreadable'
}

/** Number of bytes that a sound occupies in a page. */
export const bytesInPage = (bytes: number): number => 4 * Math.ceil(bytes / 3)

/** A multiple of 3, so that the pieces' base64 can be joined. */
const PIECE_BYTES = 3 * 64 * 1024

/** A page with its sound, in one buffer. Throws faults of the file system. */
export async function pageWithSound(text: string, file: string): Promise<Uint8Array> {
  const [before, after] = aroundSound(text, PAGE_SOUND_TYPE).map((part) => Buffer.from(part)) as [
    Buffer,
    Buffer,
  ]
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const page = Buffer.allocUnsafe(before.length + bytesInPage(size) + after.length)
    before.copy(page)
    const piece = Buffer.allocUnsafe(PIECE_BYTES)
    let at = before.length
    for (let read = 0; read < size;) {
      const length = await fill(handle, piece, Math.min(PIECE_BYTES, size - read))
      at += page.write(piece.toString('base64', 0, length), at, 'latin1')
      read += length
    }
    after.copy(page, at)
    return page
  } finally {
    await handle.close()
  }
}

/** Reads exactly `length` bytes. */
async function fill(
  handle: Awaited<ReturnType<typeof open>>,
  piece: Buffer,
  length: number,
): Promise<number> {
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(piece, filled, length - filled)
    if (bytesRead === 0) throw new Error('the file of the sound became shorter while it was read')
    filled += bytesRead
  }
  return length
}
