import { z } from 'zod'
import { MAX_MOMENT_TEXT_LENGTH } from '#core/moments/moment'
import { MediaRequest } from './export-requests.ts'
import { StartedFilm } from './calls/exports.ts'
import type { WireError } from './errors.ts'
import { RecorderCommand, RecorderView } from './recorder-view.ts'
import type { FromPage, ToPage } from './wire.ts'

/** What the window's preload exposes as `window.parolo`: the page's only access outside its sandbox. */
export interface WindowBridge {
  send(message: FromPage): void
  /** Returns a function that removes the listener. */
  onMessage(listener: (message: ToPage) => void): () => void
  /**
   * The studio's process has exited or is running again; pending requests will not be answered. Returns a
   * function that removes the listener.
   */
  onStudio(listener: (state: StudioState) => void): () => void
  /** Path of a dropped or picked file; empty for a file that is not on a disk. */
  pathOf(file: File): string
  /** Does not reject when the request itself fails, because an Error would lose its properties in transfer. */
  invoke<Name extends WindowRequest>(
    name: Name,
    value: WindowRequestInput<Name>,
  ): Promise<WindowAnswer<WindowRequestOutput<Name>>>
  /** Paths of files that the program was opened with, including those from before the page had loaded. */
  onFiles(listener: (paths: readonly string[]) => void): () => void
  /** An item of the menu was chosen. Returns a function that removes the listener. */
  onMenu(listener: (action: MenuAction) => void): () => void
  /**
   * For the strip: the current recording, whichever page makes it; null when there is none. Returns a
   * function that removes the listener.
   */
  onRecorder(listener: (view: RecorderView | null) => void): () => void
  /**
   * For the page that records: text for the moment last marked in the strip. Returns a function that removes
   * the listener.
   */
  onMomentText(listener: (text: string) => void): () => void
  /** The computer slept and has woken up. Returns a function that removes the listener. */
  onSlept(listener: (sleep: Slept) => void): () => void
}

/** Wall-clock times, ms since the epoch. */
export interface Slept {
  readonly fromMs: number
  readonly toMs: number
}

/** A browser's File: contracts are compiled without DOM types and use nothing else of it. */
interface File {
  readonly name: string
}

export type StudioState = 'connected' | 'lost'

export type WindowAnswer<Output> =
  | { readonly kind: 'done'; readonly output: Output }
  | { readonly kind: 'failed'; readonly error: WireError }

/** The current undo and redo steps, and the language, for the menu. */
export const MenuState = z.object({
  language: z.enum(['en', 'fr']),
  undo: z.string().max(300).nullable(),
  redo: z.string().max(300).nullable(),
  hasRecording: z.boolean(),
})
export type MenuState = Readonly<z.infer<typeof MenuState>>

const fileToSave = z.object({ fileName: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) })

/** Requests from the page to the window itself. */
export const windowRequests = {
  /** Shows a save dialog, then writes the file atomically. Returns the file's name; null if the person cancels. */
  'save-file': { in: fileToSave, out: z.string().nullable() },
  /**
   * Shows a dialog for a folder, then writes each file into it, atomically and without overwriting existing files.
   * False if the person cancels.
   */
  'save-files': { in: z.object({ files: z.array(fileToSave).min(1) }), out: z.boolean() },
  /**
   * Shows a save dialog, then starts a job that makes the film or sound there; `fileName` is the one chosen. Null if the
   * person cancels.
   */
  'save-film': { in: MediaRequest, out: StartedFilm.extend({ fileName: z.string() }).nullable() },
  /**
   * Shows the system's dialog for recordings, or for model archives; returns paths, empty if the person
   * cancels.
   */
  'pick-files': {
    in: z.object({ several: z.boolean(), archives: z.boolean().optional() }),
    out: z.array(z.string()),
  },
  'pick-folder': { in: z.null(), out: z.string().nullable() },
  /**
   * Opens the library in a folder in place of the open one; the page must be reloaded afterwards. Faults:
   * `library.missing`, `library.recording-now`, those of opening it, after which the former one is open
   * again.
   */
  'open-library': { in: z.object({ folder: z.string().min(1).max(4_000) }), out: z.null() },
  /**
   * Writes files under exactly these names into a folder that the person picked in this window
   * (`pick-folder`). `taken`: names that already exist with other contents; nothing is written then, unless
   * `replace`.
   */
  'save-into': {
    in: z.object({
      folder: z.string().min(1).max(10_000),
      files: z.array(fileToSave).min(1),
      replace: z.boolean(),
    }),
    out: z.object({ taken: z.array(z.string()) }),
  },
  /** Fault `media.moved` if the original is no longer there; false if the recording is unknown. */
  'show-in-folder': { in: z.object({ recordingId: z.string() }), out: z.boolean() },
  'come-forward': { in: z.null(), out: z.null() },
  /** Sent before the page captures the computer's own sound: permitted once, within a few seconds. */
  'allow-display-capture': { in: z.null(), out: z.null() },
  /** Whether the page records: the system does not go to sleep by itself meanwhile. */
  recording: { in: z.boolean(), out: z.null() },
  /** State of the page's recording, a few times a second; null when it ends. */
  'recorder-view': { in: RecorderView.nullable(), out: z.null() },
  /** Shows the small strip on top of everything, in place of the window. */
  'small-window': { in: z.null(), out: z.null() },
  /** A button of the strip was pressed. */
  'recorder-command': { in: RecorderCommand, out: z.null() },
  /** Text for the moment last marked in the strip. */
  'moment-text': { in: z.object({ text: z.string().max(MAX_MOMENT_TEXT_LENGTH) }), out: z.null() },
  'menu-state': { in: MenuState, out: z.null() },
} as const

export type WindowRequest = keyof typeof windowRequests
export type WindowRequestInput<Name extends WindowRequest> = z.infer<(typeof windowRequests)[Name]['in']>
export type WindowRequestOutput<Name extends WindowRequest> = z.infer<(typeof windowRequests)[Name]['out']>

/** The action that a menu item requests from the page. */
export type MenuAction =
  | 'undo'
  | 'redo'
  | 'find'
  | 'comment'
  | 'export'
  | 'add-recordings'
  | 'record'
  | 'record-turn'
  | 'record-moment'
  | 'record-stop'
  | 'settings'
  | 'keys'
  | 'help'
  | 'how-it-works'
  | 'library'
  | 'play'
