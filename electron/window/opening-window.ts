import { BrowserWindow } from 'electron'
import type { OpeningView } from '#contracts/opening-view'
import type { ProgramLanguage } from '#core/messages/messages'
import type { OpeningStep } from '#studio/library/opening-step'
import { openingText } from '#studio/program/opening-text'
import { PAGE_ADDRESS } from '../security/page-origin.ts'

/** A small window that shows the progress of preparing a large library until it is ready. */
export class OpeningWindow {
  #window: BrowserWindow | null = null

  is(window: BrowserWindow): boolean {
    return window === this.#window
  }

  show(step: OpeningStep, language: ProgramLanguage): void {
    this.#window ??= create()
    const { doneBytes, totalBytes } = step
    const isCounted = step.step === 'copy' || (doneBytes > 0 && doneBytes < totalBytes)
    const fraction = isCounted ? doneBytes / totalBytes : null
    const view: OpeningView = { text: openingText(step, language), fraction }
    // Taskbar: 2 means indeterminate progress.
    this.#window.setProgressBar(fraction ?? 2)
    void this.#window.loadURL(`${PAGE_ADDRESS}opening.html#${encodeURIComponent(JSON.stringify(view))}`)
  }

  /** Called once another window exists, as the program ends with its last one. */
  close(): void {
    this.#window?.destroy()
    this.#window = null
  }
}

function create(): BrowserWindow {
  const window = new BrowserWindow({
    width: 520,
    height: 120,
    useContentSize: true,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    // Closing it would not stop the preparation.
    closable: false,
    show: false,
    title: 'Parolo',
    backgroundColor: '#f2f1ed',
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
  })
  window.setMenuBarVisibility(false)
  window.once('ready-to-show', () => window.show())
  return window
}
