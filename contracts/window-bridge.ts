import type { FromPage, ToPage } from './wire.ts'

/** What the window's preload puts on `window.parolo`: the page's only way out of its sandbox. */
export interface WindowBridge {
  send(message: FromPage): void
  /** Returns its undo. */
  onMessage(listener: (message: ToPage) => void): () => void
  /** Where a dropped or picked file lies; empty for a file that has no place on a disk. */
  pathOf(file: File): string
  invoke<Name extends keyof WindowRequests>(
    name: Name,
    value: WindowRequests[Name]['value'],
  ): Promise<WindowRequests[Name]['answer']>
  /** Files that the program was opened with, by their paths; those of before the page was there too. */
  onFiles(listener: (paths: readonly string[]) => void): () => void
  /** An item of the menu was chosen. Returns its undo. */
  onMenu(listener: (action: MenuAction) => void): () => void
}

/** A browser's File, of which the contracts, which know no DOM, need no more. */
interface File {
  readonly name: string
}

/** What the page asks of the window itself. */
export interface WindowRequests {
  /** Save dialog, then the file is written. False where the person thought better of it. */
  readonly 'save-file': {
    readonly value: { readonly fileName: string; readonly bytes: Uint8Array }
    readonly answer: boolean
  }
  readonly 'pick-folder': { readonly value: null; readonly answer: string | null }
  readonly 'show-in-folder': { readonly value: { readonly recordingId: string }; readonly answer: boolean }
  /** What undo and redo would take back, and the language, for the menu. */
  readonly 'menu-state': { readonly value: MenuState; readonly answer: null }
}

export interface MenuState {
  readonly language: 'en' | 'fr'
  readonly undo: string | null
  readonly redo: string | null
  readonly hasRecording: boolean
}

/** What a menu item asks the page to do. */
export const menuActions = [
  'undo',
  'redo',
  'find',
  'export',
  'add-recordings',
  'settings',
  'keys',
  'library',
  'play',
] as const
export type MenuAction = (typeof menuActions)[number]
