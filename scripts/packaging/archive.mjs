// A tar.gz that is byte-identical wherever it is made from the same files: names in order, no owner, a single
// time, and modes independent of the umask.
import { createWriteStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { create } from 'tar'

/**
 * @param {string} folder what is packed
 * @param {string} file the archive
 * @param {{ top: string, time: Date }} options `top`: the folder's name inside
 */
export async function writeArchive(folder, file, { top, time }) {
  const packed = create(
    {
      cwd: folder,
      portable: true,
      noDirRecurse: true,
      mtime: time,
      prefix: top,
      // The file state that is written to the archive.
      filter(_, state) {
        state.mode = modeOf(state)
        return true
      },
    },
    entriesIn(folder),
  )
  // The gzip header has no name and no time; its byte for the system is the same in every Node.
  await pipeline(packed, createGzip({ level: 9 }), createWriteStream(file))
}

/** Files that their owner may run are executable for everybody. */
function modeOf(state) {
  const isRunnable = state.isDirectory() || (state.mode & 0o100) !== 0
  return (state.mode & ~0o777) | (isRunnable ? 0o755 : 0o644)
}

/** @param {string} folder @returns {string[]} all folders and files in it, by code unit */
function entriesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}
