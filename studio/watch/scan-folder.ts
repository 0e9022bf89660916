import { createHmac } from 'node:crypto'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { entriesIn, factsBelow } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import { isMediaFile } from '#core/formats/media-files'

export interface Scan {
  /** Files whose names indicate complete sound, relative to the folder, with `/`, in no particular order. */
  readonly files: readonly string[]
  /** Subfolders that could not be read, with the system's error. */
  readonly unreadable: readonly { readonly folder: string; readonly error: unknown }[]
}

export interface ScanOptions {
  readonly withSubfolders: boolean
  /** Folders that are left out with everything below them. */
  readonly except: ReadonlySet<string>
  readonly signal: AbortSignal
}

/** Suffixes of incomplete files, or of files next to them: Firefox, aria2, Chromium, yt-dlp, torrents. */
const UNFINISHED = ['.part', '.aria2', '.crdownload', '.ytdl', '.!ut', '.!qb', '.bc!', '.partial', '.tmp']
/** `talk.temp.mp4`, as yt-dlp and others name unfinished files. */
const TEMPORARY = /\.(?:part|partial|temp|tmp)\.[^.]+$/iu
/**
 * Hidden folders of programs and systems (Synology's previews, recycle bins), and folders of unfinished
 * downloads (Safari).
 */
const LEFT_FOLDER =
  /^(?:[.~$]|@eaDir$|#recycle$|lost\+found$|System Volume Information$)|\.(?:download|part|tmp)$/iu

/** Whether a file with that name, in a folder with these names, may be a complete recording. */
export function isCandidate(name: string, names: ReadonlySet<string>): boolean {
  if (/^[.~]/u.test(name) || !isMediaFile(name) || TEMPORARY.test(name)) return false
  return !UNFINISHED.some((ending) => names.has(name + ending))
}

/**
 * Lists a folder without following links to files or folders. Rejects with the system's error if the folder
 * itself cannot be read, or with `drive.silent`.
 */
export async function scanFolder(root: string, options: ScanOptions): Promise<Scan> {
  const files: string[] = []
  const unreadable: { folder: string; error: unknown }[] = []
  const visit = async (below: string): Promise<void> => {
    options.signal.throwIfAborted()
    const entries = await entriesIn(path.join(root, below), { signal: options.signal })
    const names = new Set(entries.map(({ name }) => name))
    for (const entry of entries) {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.kind === 'file') {
        if (isCandidate(entry.name, names)) files.push(relative)
      } else if (options.withSubfolders && entry.kind === 'folder' && !LEFT_FOLDER.test(entry.name)) {
        const folder = path.join(root, relative)
        if (options.except.has(folder)) continue
        await visit(relative).catch((error: unknown) => {
          options.signal.throwIfAborted()
          if (error instanceof Fault) throw error
          // Removed or replaced since its parent was listed.
          if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') unreadable.push({ folder, error })
        })
      }
    }
  }
  await visit('')
  return { files, unreadable }
}

export interface FileFacts {
  readonly bytes: number
  readonly mtimeMs: number
}

/** Parallel requests: enough for a slow drive, few enough for one that serves many others. */
const AT_ONCE = 64

/**
 * Size and time of files below a folder, without those that are gone or no longer files. Rejects with the
 * system's error.
 */
export async function readFacts(
  root: string,
  files: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = new Map<string, FileFacts>()
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const names = files.slice(from, from + AT_ONCE)
    for (const [place, found] of (await factsBelow(root, names, { signal })).entries()) {
      const file = names[place]
      if (found?.kind === 'file' && file !== undefined)
        facts.set(file, { bytes: found.bytes, mtimeMs: Math.round(found.mtimeMs) })
    }
  }
  return facts
}

/** The library's key for a file's path, which cannot be guessed without knowing the path. */
export function fileKey(salt: string, file: string): string {
  // The same name may be composed or decomposed.
  return createHmac('sha256', salt).update(file.normalize('NFC')).digest('hex').slice(0, 32)
}
