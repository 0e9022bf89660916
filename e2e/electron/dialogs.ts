import type { ElectronApplication } from '@playwright/test'

/** The system's dialogs, which no journey can click: answered in main. */
export interface Dialogs {
  /** The messages of the boxes so far. */
  shown(): Promise<readonly string[]>
  /** From now on boxes, including open ones, are answered with the button of this label; initially `Quit`. */
  choose(button: string): Promise<void>
  /** Boxes stay open until an answer is chosen. */
  leaveOpen(): Promise<void>
  /** Where the save dialog saves. */
  saveAs(file: string): Promise<void>
  /** What the open dialog opens. */
  open(files: readonly string[]): Promise<void>
}

interface InMain {
  uncaught: string[]
  dialogs: {
    shown: string[]
    button: string | null
    answerOpen: (() => void)[]
    save: string | null
    open: readonly string[]
  }
}

export async function takeDialogs(app: ElectronApplication): Promise<Dialogs> {
  await app.evaluate(takeInMain)
  return {
    shown: () => app.evaluate(() => (globalThis as unknown as InMain).dialogs.shown),
    choose: (button) =>
      app.evaluate((_, value) => {
        const { dialogs } = globalThis as unknown as InMain
        dialogs.button = value
        for (const answer of dialogs.answerOpen.splice(0)) answer()
      }, button),
    leaveOpen: () =>
      app.evaluate(() => {
        ;(globalThis as unknown as InMain).dialogs.button = null
      }),
    saveAs: (file) =>
      app.evaluate((_, value) => {
        ;(globalThis as unknown as InMain).dialogs.save = value
      }, file),
    open: (files) =>
      app.evaluate((_, value) => {
        ;(globalThis as unknown as InMain).dialogs.open = value
      }, files),
  }
}

/** Uncaught errors in main. */
export function uncaughtIn(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as InMain).uncaught)
}

/**
 * Runs in main. Electron shows uncaught errors in a dialog that waits for a click: a journey reads them
 * instead.
 */
function takeInMain({ dialog }: typeof Electron.CrossProcessExports): void {
  const state: InMain = {
    uncaught: [],
    dialogs: { shown: [], button: 'Quit', answerOpen: [], save: null, open: [] },
  }
  const { uncaught, dialogs } = state
  Object.assign(globalThis, state)
  process.on('uncaughtException', (error: Error) => void uncaught.push(error.stack ?? error.message))
  process.on('unhandledRejection', (reason) => void uncaught.push(String(reason)))
  Object.assign(dialog, {
    showMessageBox: async (...given: Electron.MessageBoxOptions[]) => {
      const options = given[given.length - 1]
      dialogs.shown.push(options?.message ?? '')
      if (dialogs.button === null) await new Promise<void>((resolve) => dialogs.answerOpen.push(resolve))
      const response = Math.max(0, (options?.buttons ?? []).indexOf(dialogs.button ?? ''))
      return { response, checkboxChecked: false }
    },
    showSaveDialog: () => Promise.resolve({ canceled: dialogs.save === null, filePath: dialogs.save ?? '' }),
    showOpenDialog: () => Promise.resolve({ canceled: dialogs.open.length === 0, filePaths: dialogs.open }),
  })
}
