import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, screen } from 'electron'
import { fitBounds } from './fit-bounds.ts'
import { PAGE_ADDRESS } from '../security/page-origin.ts'
import { trackWindowState, readWindowState } from './window-state.ts'

const SMALLEST = { width: 800, height: 600 }

/** Opens a window with the page, isolated: no Node, context isolation, sandbox. */
export function openWindow(): BrowserWindow {
  const stateFile = path.join(app.getPath('userData'), 'window.json')
  const state = readWindowState(stateFile)
  const { workArea } = state ? screen.getDisplayMatching(state.bounds) : screen.getPrimaryDisplay()
  const window = new BrowserWindow({
    ...fitBounds(state?.bounds ?? null, workArea),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Parolo',
    backgroundColor: '#f2f1ed',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (state?.maximised) window.maximize()
  trackWindowState(window, stateFile)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE_ADDRESS)
  return window
}
