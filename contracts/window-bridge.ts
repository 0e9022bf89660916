import { z } from 'zod'
import type { WireError } from './errors.ts'
import type { FromPage, ToPage } from './wire.ts'

/** What the window's preload puts on `window.parolo`: the page's only way out of its sandbox. */
export interface WindowBridge {
  send(message: FromPage): void
  /** Returns its undo. */
  onMessage(listener: (message: ToPage) => void): () => void
  /** The studio's process is gone, or is there again: what was asked before is not answered. Returns its undo. */
  onStudio(listener: (state: StudioState) => void): () => void
  /** Where a dropped or picked file lies; empty for a file that has no place on a disk. */
  pathOf(file: File): string
  /** Never rejects for what the request itself failed of: an error would lose its shape on the way. */
  invoke<Name extends WindowRequest>(
    name: Name,
    value: WindowRequestInput<Name>,
  ): Promise<WindowAnswer<WindowRequestOutput<Name>>>
  /** Files that the program was opened with, by their paths; those of before the page was there too. */
  onFiles(listener: (paths: readonly string[]) => void): () => void
  /** An item of the menu was chosen. Returns its undo. */
  onMenu(listener: (action: MenuAction) => void): () => void
}

/** A browser's File, of which the contracts, which know no DOM, need no more. */
interface File {
  readonly name: string
}

export type StudioState = 'connected' | 'lost'

export type WindowAnswer<Output> =
  | { readonly kind: 'done'; readonly output: Output }
  | { readonly kind: 'failed'; readonly error: WireError }

/** What undo and redo would take back, and the language, for the menu. */
export const MenuState = z.object({
  language: z.enum(['en', 'fr']),
  undo: z.string().max(300).nullable(),
  redo: z.string().max(300).nullable(),
  hasRecording: z.boolean(),
})
export type MenuState = Readonly<z.infer<typeof MenuState>>

const fileToSave = z.object({ fileName: z.string().min(1).max(300), bytes: z.instanceof(Uint8Array) })

/** What the page asks of the window itself. */
export const windowRequests = {
  /** Save dialog, then the file is written whole or not at all. False where the person thought better of it. */
  'save-file': {
    in: fileToSave,
    out: z.boolean(),
  },
  /**
   * Dialog for a folder, then each file is written into it, whole or not at all and never over another one. False where
   * the person thought better of it.
   */
  'save-files': { in: z.object({ files: z.array(fileToSave).min(1) }), out: z.boolean() },
  /** The system's dialog for recordings; their paths, none where the person thought better of it. */
  'pick-files': { in: z.object({ several: z.boolean() }), out: z.array(z.string()) },
  'pick-folder': { in: z.null(), out: z.string().nullable() },
  /** Fault `media.moved` where the original is no longer there; false where the recording is unknown. */
  'show-in-folder': { in: z.object({ recordingId: z.string() }), out: z.boolean() },
  'come-forward': { in: z.null(), out: z.null() },
  'menu-state': { in: MenuState, out: z.null() },
} as const

export type WindowRequest = keyof typeof windowRequests
export type WindowRequestInput<Name extends WindowRequest> = z.infer<(typeof windowRequests)[Name]['in']>
export type WindowRequestOutput<Name extends WindowRequest> = z.infer<(typeof windowRequests)[Name]['out']>

/** What a menu item asks the page to do. */
export type MenuAction =
  | 'undo'
  | 'redo'
  | 'find'
  | 'export'
  | 'add-recordings'
  | 'settings'
  | 'keys'
  | 'library'
  | 'play'
