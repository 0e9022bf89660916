import type { AddedFile } from '#contracts/calls/recordings'
import type { MediaKind } from '#contracts/wire'

/** A recording on its way in. */
export interface ImportProgress {
  readonly fileName: string
  readonly sentBytes: number
  readonly totalBytes: number
}

/** A file of the page or, in the window, the path of one: opened with the program, or picked in the system's dialog. */
export type FileOrPath = File | string

/** A file on its way out. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the house around the page can do: the window of the program, or a browser's tab. */
export interface PageHost {
  readonly kind: 'browser' | 'window'
  /** Address of a recording's sound, original or peaks. */
  mediaUrl(recordingId: string, kind: MediaKind): string
  /**
   * Brings a dropped, pasted, picked or opened file (a recording, or a transcript) into the library: by its path in the window, in parts from a browser
   * (goes on where an earlier try stopped). `recordingId`: the recording whose original is missing.
   */
  importFile(
    file: FileOrPath,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (progress: ImportProgress) => void
      readonly recordingId?: string
    },
  ): Promise<AddedFile>
  /** The dialog for files; none where the person thought better of it. In a browser only from a click or a key. */
  pickFiles(options: { readonly several: boolean }): Promise<readonly FileOrPath[]>
  /** Save dialog in the window, download in a browser. False where the person thought better of it. */
  saveFile(file: SavedFile): Promise<boolean>
  /**
   * Several files with names of their own: into a folder picked by the person, never over another file; in a browser as
   * one archive called `name`. False where the person thought better of it.
   */
  saveFiles(several: { readonly name: string; readonly files: readonly SavedFile[] }): Promise<boolean>
  /** A folder picked by the person; null in a browser and where they thought better of it. */
  pickFolder(): Promise<string | null>
  /** Brings the window, or the tab, before the person. */
  comeForward(): Promise<void>
  /** Shows the original in the system's file manager; false in a browser. */
  showInFolder(recordingId: string): Promise<boolean>
}

/** The last part of a path of any system; of a file its name. */
export function fileNameOf(file: FileOrPath): string {
  return typeof file === 'string' ? (file.split(/[/\\]/u).pop() ?? file) : file.name
}
