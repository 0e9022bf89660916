import type { MediaKind } from '#contracts/wire'

/** A recording on its way in. */
export interface ImportProgress {
  readonly fileName: string
  readonly sentBytes: number
  readonly totalBytes: number
}

/** What the house around the page can do: the window of the program, or a browser's tab. */
export interface PageHost {
  readonly kind: 'browser' | 'window'
  /** Address of a recording's sound, original or peaks. */
  mediaUrl(recordingId: string, kind: MediaKind): string
  /**
   * Brings a dropped, pasted or picked file into the library: by its path in the window, in parts from a browser
   * (goes on where an earlier try stopped). `recordingId`: the recording whose original is missing.
   */
  importFile(
    file: File,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (progress: ImportProgress) => void
      readonly recordingId?: string
    },
  ): Promise<{ readonly recordingId: string }>
  /** Save dialog in the window, download in a browser. False where the person thought better of it. */
  saveFile(file: {
    readonly fileName: string
    readonly mediaType: string
    readonly bytes: Uint8Array<ArrayBuffer>
  }): Promise<boolean>
  /** A folder picked by the person; null in a browser and where they thought better of it. */
  pickFolder(): Promise<string | null>
  /** Shows the original in the system's file manager; false in a browser. */
  showInFolder(recordingId: string): Promise<boolean>
}
