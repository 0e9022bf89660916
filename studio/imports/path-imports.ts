import path from 'node:path'
import { isReadFile } from '#core/formats/reading/read-files'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { MediaBeside } from './media-beside.ts'
import { type OpenedText, openText } from './open-text.ts'
import { addMedia } from '../originals/keep-original.ts'
import { noticingSoundBack } from '../originals/sound-back.ts'

export interface Added {
  readonly recording: StoredRecording
  /** The transcript or captions; null for a recording. */
  readonly text: OpenedText | null
  /** For a recording: whether its sound had been deleted deliberately. */
  readonly soundIsBack: boolean
}

/** Adds recordings, and transcripts with their recordings, from paths on this computer. */
export class PathImports {
  readonly #library: Library
  readonly #dataFolder: string
  readonly #mediaBeside: MediaBeside

  constructor({ library, dataFolder }: { readonly library: Library; readonly dataFolder: string }) {
    this.#library = library
    this.#dataFolder = dataFolder
    this.#mediaBeside = new MediaBeside(library)
  }

  /**
   * `copy`: the library keeps a copy of the recording's file instead of referencing it.
   * Throws the faults of `addMedia` and `openText`.
   */
  async add(file: string, options: { readonly copy: boolean; readonly signal: AbortSignal }): Promise<Added> {
    const parts = { library: this.#library, dataFolder: this.#dataFolder, mediaBeside: this.#mediaBeside }
    if (!isReadFile(file)) {
      const { given: recording, soundIsBack } = await noticingSoundBack(
        this.#library,
        () => addMedia(parts, file, options),
        ({ id }) => id,
      )
      return { recording, text: null, soundIsBack }
    }
    const full = path.resolve(file)
    const place = { path: full, fileName: path.basename(full), folder: path.dirname(full) }
    const text = await openText(parts, place, options)
    return { recording: text.recording, text, soundIsBack: false }
  }
}
