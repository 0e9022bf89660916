import { fileURLToPath } from 'node:url'
import { type BrowserWindow, Menu, nativeImage, Tray } from 'electron'
import type { RecorderCommand, RecorderView } from '#contracts/recorder-view'
import type { ProgramLanguage } from '#core/messages/messages'
import type { MenuAction } from '#contracts/window-bridge'
import { openStrip } from './strip-window.ts'
import { trayTemplate, trayTitle } from './tray-template.ts'

export interface RecorderPresenceOptions {
  readonly language: () => ProgramLanguage
  /** The window of the page; null while it is closed. */
  readonly page: () => BrowserWindow | null
  readonly act: (action: MenuAction) => void
  readonly comeForward: () => void
  readonly quit: () => void
  /** File that stores the strip's position. */
  readonly placeFile: () => string
}

const ACTIONS = { turn: 'record-turn', moment: 'record-moment', stop: 'record-stop' } as const

/**
 * What shows a recording outside the program's window: the tray icon, and the strip on top of all windows.
 */
export class RecorderPresence {
  readonly #options: RecorderPresenceOptions
  #view: RecorderView | null = null
  #tray: Tray | null = null
  #strip: BrowserWindow | null = null
  /** The state from which the tray's menu was last built. */
  #shown = ''

  constructor(options: RecorderPresenceOptions) {
    this.#options = options
  }

  /** Shows the icon; again after a change of language. */
  start(): void {
    if (this.#tray === null) {
      this.#tray = new Tray(icon(false))
      this.#tray.on('click', this.#options.comeForward)
    }
    this.#showTray()
  }

  isStrip(window: BrowserWindow): boolean {
    return window === this.#strip
  }

  /** Null when the recording ends: the window replaces the strip, as it shows the result. */
  show(view: RecorderView | null): void {
    const hasEnded = this.#view !== null && view === null
    this.#view = view
    this.#strip?.webContents.send('recorder', view)
    if (hasEnded && this.#strip !== null) this.#backToWindow()
    this.#showTray()
  }

  openStrip(): void {
    const page = this.#options.page()
    if (page === null || this.#view === null) return
    if (this.#strip === null) {
      const strip = openStrip(page, this.#options.placeFile())
      this.#strip = strip
      strip.webContents.on('did-finish-load', () => strip.webContents.send('recorder', this.#view))
      strip.on('closed', () => {
        if (this.#strip === strip) this.#strip = null
      })
    }
    page.minimize()
  }

  command(command: RecorderCommand): void {
    if (command === 'show') this.#backToWindow()
    else this.#options.act(ACTIONS[command])
  }

  momentText(text: string): void {
    this.#options.page()?.webContents.send('moment-text', text)
  }

  /** The page's window is closed. */
  end(): void {
    this.#view = null
    this.#strip?.destroy()
    this.#strip = null
    this.#showTray()
  }

  #backToWindow(): void {
    this.#strip?.destroy()
    this.#strip = null
    this.#options.comeForward()
  }

  #showTray(): void {
    const tray = this.#tray
    if (tray === null || tray.isDestroyed()) return
    const view = this.#view
    const language = this.#options.language()
    tray.setToolTip(view === null ? 'Parolo' : `${trayTitle(view)}: ${view.line}`)
    const shown = JSON.stringify([language, view && [view.title, view.isPaused, view.isStopping]])
    // Replacing a menu closes it if it is open.
    if (shown === this.#shown) return
    this.#shown = shown
    tray.setImage(icon(view !== null))
    const template = trayTemplate(view, language, {
      command: (command) => this.command(command),
      record: () => {
        this.#options.comeForward()
        this.#options.act('record')
      },
      smallWindow: () => this.openStrip(),
      quit: this.#options.quit,
    })
    tray.setContextMenu(Menu.buildFromTemplate(template))
  }
}

function icon(isRecording: boolean) {
  const isMac = process.platform === 'darwin'
  const name = `tray${isMac ? '-mac' : ''}${isRecording ? '-recording' : ''}.png`
  const file = fileURLToPath(new URL(`../../resources/icons/${name}`, import.meta.url))
  const image = nativeImage.createFromPath(file).resize({ width: 16, height: 16 })
  // Black only: macOS colors it to match the menu bar.
  image.setTemplateImage(isMac)
  return image
}
