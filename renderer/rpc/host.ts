import type { CallOutput } from '#contracts/calls/calls'
import type { MediaRequest } from '#contracts/export-requests'
import type { AddedFile } from '#contracts/calls/recordings'
import type { RecorderView } from '#contracts/recorder-view'
import type { MediaKind } from '#contracts/wire'
import type { ConnectSound } from './sound-connection.ts'

/** `fileName`: what the file is saved as. */
export type StartedFilm = CallOutput<'exports.film'> & { readonly fileName: string }

/** A recording being imported. */
export interface ImportProgress {
  readonly fileName: string
  readonly sentBytes: number
  readonly totalBytes: number
}

/**
 * A file of the page or, in the window, a path: opened with the program, or chosen in the system's dialog.
 */
export type FileOrPath = File | string

/** A file to be saved. */
export interface SavedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The capabilities of the page's environment: the program's window or a browser tab. */
export interface PageHost {
  readonly kind: 'browser' | 'window'
  /** Opens a connection for the sound of a recording in progress. */
  readonly connectSound: ConnectSound
  /** Called right before the page requests the computer's sound, which the window only allows then. */
  allowDisplayCapture(): Promise<void>
  /** Recording has started or ended: the window keeps the system awake meanwhile. */
  setRecording(isRecording: boolean): Promise<void>
  /** In the window: shows the recording in the tray and the strip; null once there is none. */
  showRecorder(view: RecorderView | null): Promise<void>
  /** In the window: shows the strip above all windows. */
  openSmallWindow(): Promise<void>
  /** URL of a recording's sound, original or peaks. Rejects with a TypeError while the studio cannot be reached. */
  mediaUrl(recordingId: string, kind: MediaKind): Promise<string>
  /**
   * Imports a dropped, pasted, picked or opened file (a recording or a transcript): by path in the window, in parts
   * from a browser (continuing where an earlier attempt stopped). `recordingId`: the recording whose original is
   * missing.
   */
  importFile(
    file: FileOrPath,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (progress: ImportProgress) => void
      readonly recordingId?: string
    },
  ): Promise<AddedFile>
  /** Aligns a text with a recording, by a job. */
  alignText(recordingId: string, file: FileOrPath): Promise<void>
  /**
   * Opens the file dialog, for recordings or (only in the window) archives of models; empty if the user canceled. In a
   * browser only after a click or a key press.
   */
  pickFiles(options: {
    readonly several: boolean
    readonly archives?: boolean
  }): Promise<readonly FileOrPath[]>
  /** Save dialog in the window, download in a browser. Returns the name of the file; null if the user canceled. */
  saveFile(file: SavedFile): Promise<string | null>
  /**
   * Saves several files: into a folder picked by the user, never overwriting a file; in a browser as one archive called
   * `name`. False if the user canceled.
   */
  saveFiles(several: { readonly name: string; readonly files: readonly SavedFile[] }): Promise<boolean>
  /**
   * Starts a job that makes a video with captions: in the window where the person chooses (null if they
   * cancel), else stored until `downloadFilm`.
   */
  saveFilm(request: MediaRequest): Promise<StartedFilm | null>
  /**
   * Downloads a video that a job stored; the browser writes it to the disk as it arrives. Rejects with a
   * TypeError while the studio cannot be reached.
   */
  downloadFilm(jobId: string, fileName: string): Promise<void>
  /** A folder picked by the user; null in a browser and if the user canceled. */
  pickFolder(): Promise<string | null>
  /**
   * Only in the window: opens the library in that folder instead of this one, and shows one of its recordings
   * at a time in ms. The page is reloaded. Faults: `library.missing`, `library.recording-now`, those of
   * opening a library; in that case this one stays open.
   */
  openLibrary(target: {
    readonly folder: string
    readonly recordingId: string | null
    readonly atMs: number | null
  }): Promise<void>
  /**
   * In the window: writes files with exactly these names into a folder chosen with `pickFolder`. Returns the
   * names that already exist with other contents; nothing is written then, unless `replace`.
   */
  saveInto(files: {
    readonly folder: string
    readonly files: readonly SavedFile[]
    readonly replace: boolean
  }): Promise<readonly string[]>
  /** Brings the window or tab to the front. */
  comeForward(): Promise<void>
  /** Shows the original in the system's file manager; false in a browser. */
  showInFolder(recordingId: string): Promise<boolean>
}

/** The last component of a path on any system; the name of a file. */
export function fileNameOf(file: FileOrPath): string {
  return typeof file === 'string' ? (file.split(/[/\\]/u).pop() ?? file) : file.name
}
