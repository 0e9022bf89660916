import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { AddedFile } from '#contracts/calls/recordings'
import { Fault } from '#contracts/errors'
import { splitName } from '#core/formats/file-names'
import { isReadFile } from '#core/formats/reading/read-files'
import { isThere } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { keepWhatFileSays, mediaFactsOf } from '../originals/import-recording.ts'
import type { Library } from '../library/library.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { asOtherKind } from '../sound/other-kind.ts'
import { probe } from '../sound/probe.ts'
import { IncomingFile, type PartOutcome } from './incoming-file.ts'
import { MediaBeside } from './media-beside.ts'
import { openText } from './open-text.ts'
import { openedFile } from './opened-file.ts'
import { isUnidentified, keepOriginal } from '../originals/keep-original.ts'
import { noticingSoundBack } from '../originals/sound-back.ts'

/** Space is reserved for an upload while its parts arrive at least this often. */
const RESERVED_MS = 10 * 60_000

/** Abandoned uploads are deleted after this long. */
const KEEP_MS = 14 * 24 * 3_600_000

const About = z.object({
  fileName: z.string(),
  bytes: z.number(),
  modifiedAtMs: z.number(),
  recordingId: z.string().nullable(),
})
type About = z.infer<typeof About>

export interface ImportOptions {
  readonly library: Library
  readonly dataFolder: string
  readonly now?: () => number
}

/**
 * Uploads that a page sends in parts. Each is a folder in `media/incoming` with its description and the bytes
 * received, so that it can be resumed after either side restarts. The id is derived from name, size and time, so
 * sending the same file again resumes the upload.
 */
export class ImportStore {
  readonly #library: Library
  readonly #dataFolder: string
  readonly #folder: string
  readonly #files = new Map<string, IncomingFile>()
  readonly #mediaBeside: MediaBeside
  readonly #sentNames = new Map<string, string>()
  readonly #now: () => number
  /** Bytes that uploads have not sent yet: several at once must fit together. */
  readonly #awaited = new Map<string, { readonly bytes: number; readonly atMs: number }>()
  /** Reservations are checked one at a time. */
  #reserving: Promise<unknown> = Promise.resolve()

  constructor({ library, dataFolder, now = Date.now }: ImportOptions) {
    this.#now = now
    this.#library = library
    this.#mediaBeside = new MediaBeside(library)
    this.#dataFolder = dataFolder
    this.#folder = path.join(dataFolder, 'media', 'incoming')
  }

  /**
   * Faults: `recording.unknown`, and `disk.full` before anything is sent, even if only other uploads need the
   * space.
   */
  async begin(about: About): Promise<{ importId: string; received: number }> {
    if (about.recordingId !== null) await this.#library.card(about.recordingId)
    const importId = createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32)
    const folder = path.join(this.#folder, importId)
    try {
      await mkdir(folder, { recursive: true })
      await this.#writeAbout(folder, about)
      const file = this.#file(importId, about.bytes)
      const received = await file.received()
      await this.#reserve(importId, folder, about.bytes - received)
      return { importId, received }
    } catch (error) {
      throw diskFault(error, folder)
    }
  }

  /**
   * Writes a part that begins at byte `start`; received bytes are kept even if it fails. Faults: `import.unknown`,
   * `disk.full`, `call.bad-input` if it exceeds the file's size.
   */
  async put(importId: string, start: number, source: AsyncIterable<Uint8Array>): Promise<PartOutcome> {
    const { bytes } = await this.#about(importId)
    const file = this.#file(importId, bytes)
    try {
      const outcome = await file.append(start, source)
      this.#awaited.set(importId, { bytes: bytes - outcome.received, atMs: this.#now() })
      return outcome
    } catch (error) {
      throw diskFault(error, this.#folder)
    }
  }

  /** Faults: `import.incomplete`, `import.unknown`, `import.other-file`, those of probing a media file. */
  async finish(importId: string, signal: AbortSignal): Promise<AddedFile> {
    const about = await this.#about(importId)
    const incoming = this.#file(importId, about.bytes)
    if ((await incoming.received()) !== about.bytes)
      throw new Fault('import.incomplete', { file: about.fileName })
    const sha256 = await incoming.seal(signal)
    const take = isReadFile(about.fileName)
      ? this.#takeTranscript(about, incoming.path, signal)
      : this.#takeMedia(about, incoming.path, sha256, signal)
    const added = await take.catch(async (error: unknown) => {
      // A file that is not a recording, or is the wrong one, would fail again, so it is deleted.
      if (error instanceof Fault && /^(?:media|import|transcript|format)\./u.test(error.code))
        await this.discard(importId)
      throw error
    })
    await this.discard(importId)
    return added
  }

  async discard(importId: string): Promise<void> {
    mustBeId(importId)
    const file = this.#files.get(importId)
    this.#files.delete(importId)
    this.#awaited.delete(importId)
    await file?.close()
    await rm(path.join(this.#folder, importId), { recursive: true, force: true })
  }

  /** Deletes abandoned uploads; called at program start. */
  async dropOld(nowMs: number): Promise<void> {
    const names = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw diskFault(error, this.#folder)
    })
    for (const name of names) {
      const folder = path.join(this.#folder, name)
      const begunMs = await stat(folder).then(
        (facts) => facts.mtimeMs,
        (error: NodeJS.ErrnoException) => {
          // Another program has just finished it.
          if (error.code === 'ENOENT') return nowMs
          throw diskFault(error, folder)
        },
      )
      if (nowMs - begunMs > KEEP_MS) await rm(folder, { recursive: true, force: true })
    }
  }

  /** Throws `disk.full`. */
  #reserve(importId: string, folder: string, bytes: number): Promise<void> {
    const reserved = this.#reserving.then(async () => {
      const now = this.#now()
      for (const [id, { atMs }] of this.#awaited) if (now - atMs > RESERVED_MS) this.#awaited.delete(id)
      this.#awaited.delete(importId)
      const others = [...this.#awaited.values()].reduce((sum, each) => sum + each.bytes, 0)
      await ensureFreeSpace(folder, bytes + others)
      this.#awaited.set(importId, { bytes, atMs: now })
    })
    this.#reserving = reserved.catch(() => undefined)
    return reserved
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.close()))
    this.#files.clear()
  }

  /**
   * A browser gives no access to other files in the transcript's folder: its recording may be added or
   * located later.
   */
  async #takeTranscript(
    { fileName, recordingId }: About,
    file: string,
    signal: AbortSignal,
  ): Promise<AddedFile> {
    if (recordingId !== null) throw new Fault('import.other-file', { file: fileName })
    const parts = {
      library: this.#library,
      dataFolder: this.#dataFolder,
      mediaBeside: this.#mediaBeside,
      sentNames: this.#sentNames,
    }
    const place = { path: file, fileName, folder: null }
    return openedFile(await openText(parts, place, { copy: false, signal }))
  }

  async #takeMedia(about: About, file: string, sha256: string, signal: AbortSignal): Promise<AddedFile> {
    const { given: recordingId, soundIsBack } = await noticingSoundBack(
      this.#library,
      () => this.#take(about, file, sha256, signal),
      (id) => id,
    )
    this.#sentNames.set(splitName(about.fileName).stem, recordingId)
    return { recordingId, transcript: null, ...(soundIsBack ? { soundIsBack } : {}) }
  }

  /**
   * Makes the complete file a new recording, or the original of an existing one, merging a recording that
   * came only from its captions. Returns the recording's id.
   */
  async #take(about: About, file: string, sha256: string, signal: AbortSignal): Promise<string> {
    const { fileName, bytes, modifiedAtMs, recordingId } = about
    const known = await this.#library.findRecordingByContent(sha256)
    const isOther = recordingId !== null && known?.id !== recordingId
    const isUnknown =
      isOther && (await isUnidentified(this.#library, await this.#library.recording(recordingId)))
    if (isOther && !isUnknown) throw new Fault('import.other-file', { file: fileName })
    const hasFile = known !== undefined && (await isThere(known.path))
    if (!hasFile) {
      const source = await probe(file, { signal }).catch(namedAs(fileName))
      const media = mediaFactsOf(source)
      const mtimeMs = Math.round(modifiedAtMs)
      await utimes(file, new Date(), new Date(mtimeMs))
      const kept = await keepOriginal(this.#dataFolder, file, { fileName, sha256 })
      const title = known?.title ?? (source.tags.title || path.parse(fileName).name)
      const own = { path: kept, fileName, title, bytes, mtimeMs, sha256, media }
      if (known === undefined) {
        const { id } = isUnknown
          ? await this.#library.identifyRecording(recordingId, own)
          : await this.#library.addRecording(own)
        await keepWhatFileSays(this.#library, id, source)
        return id
      }
      await this.#library.addRecording(own)
    }
    if (isUnknown) await this.#library.moveToRecording(recordingId, known.id)
    return known.id
  }

  /** Written atomically: a concurrent part of the same file may be reading it. */
  async #writeAbout(folder: string, about: About): Promise<void> {
    const file = path.join(folder, 'about.json')
    const part = `${file}.${randomUUID()}`
    await writeFile(part, JSON.stringify(about))
    await rename(part, file)
  }

  async #about(importId: string): Promise<About> {
    mustBeId(importId)
    const file = path.join(this.#folder, importId, 'about.json')
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new Fault('import.unknown', { id: importId })
      throw diskFault(error, this.#folder)
    })
    return About.parse(JSON.parse(text))
  }

  #file(importId: string, bytes: number): IncomingFile {
    let file = this.#files.get(importId)
    if (file === undefined) {
      file = new IncomingFile(path.join(this.#folder, importId, 'file.part'), bytes)
      this.#files.set(importId, file)
    }
    return file
  }
}

/** Ids are only created here: any other string must not become a path. */
function mustBeId(importId: string): void {
  if (!/^[0-9a-f]{32}$/u.test(importId)) throw new Fault('import.unknown', { id: importId.slice(0, 40) })
}

/** Replaces the path in faults with the file name known to the person. */
function namedAs(fileName: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Fault) || error.values.file === undefined) throw error
    const named = new Fault(error.code, { ...error.values, file: fileName }, error.detail, error)
    throw asOtherKind(named, fileName)
  }
}
