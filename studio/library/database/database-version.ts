import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

const MAGIC = 'SQLite format 3\0'
/** Offset of user_version in SQLite's header, big-endian (SQLite file format §1.3). */
const USER_VERSION_OFFSET = 60
const WAL_HEADER_BYTES = 32
const WAL_FRAME_HEADER_BYTES = 24

/**
 * The version of the library's tables, read from the bytes of `path` and its WAL without opening them as a database:
 * opening alone would change the files of a newer program. Null if `path` does not exist or does not start with a
 * database header.
 */
export function versionInFile(path: string): number | null {
  const header = readBytes(path, 0, 100)
  if (header === null || !isDatabaseHeader(header)) return null
  return versionInWal(`${path}-wal`) ?? header.readInt32BE(USER_VERSION_OFFSET)
}

/** The magic and three constant numbers (file format §1.3.4), so that garbage is not read as a version. */
function isDatabaseHeader(header: Buffer): boolean {
  return (
    header.length === 100 &&
    header.toString('latin1', 0, 16) === MAGIC &&
    header[21] === 64 &&
    header[22] === 32 &&
    header[23] === 32
  )
}

/** The newest version among the first pages that a crashed program left in the WAL (file format §4). */
function versionInWal(path: string): number | null {
  const header = readBytes(path, 0, WAL_HEADER_BYTES)
  if (header === null || header.length < WAL_HEADER_BYTES) return null
  const pageBytes = header.readUInt32BE(8)
  if (pageBytes < 512 || pageBytes > 65_536) return null
  const salts = header.subarray(16, 24)
  const frame = openSync(path, 'r')
  try {
    let version: number | null = null
    const fileBytes = fstatSync(frame).size
    const wanted = Buffer.alloc(WAL_FRAME_HEADER_BYTES + USER_VERSION_OFFSET + 4)
    for (let at = WAL_HEADER_BYTES; at < fileBytes; at += WAL_FRAME_HEADER_BYTES + pageBytes) {
      if (readSync(frame, wanted, 0, wanted.length, at) < wanted.length) break
      // Frames of an earlier WAL cycle have other salts; they are past the end.
      if (!wanted.subarray(8, 16).equals(salts)) break
      if (wanted.readUInt32BE(0) === 1) {
        version = wanted.readInt32BE(WAL_FRAME_HEADER_BYTES + USER_VERSION_OFFSET)
      }
    }
    return version
  } finally {
    closeSync(frame)
  }
}

function readBytes(path: string, offset: number, count: number): Buffer | null {
  if (!existsSync(path)) return null
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(count)
    return bytes.subarray(0, readSync(file, bytes, 0, count, offset))
  } finally {
    closeSync(file)
  }
}
