import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, screen } from 'electron'
import { fitBounds } from './fit-bounds.ts'
import { PAGE_ADDRESS } from '../security/page-origin.ts'
import { pagePreferences } from './page-preferences.ts'
import { trackWindowState, readWindowState } from './window-state.ts'

const SMALLEST = { width: 800, height: 600 }

const ICON = fileURLToPath(new URL('../../resources/icons/parolo.png', import.meta.url))

/** Opens a window with the page, isolated: no Node, context isolation, sandbox. */
export function openWindow(): BrowserWindow {
  const stateFile = path.join(app.getPath('userData'), 'window.json')
  const state = readWindowState(stateFile)
  const { workArea } = state ? screen.getDisplayMatching(state.bounds) : screen.getPrimaryDisplay()
  const place = fitBounds(state?.bounds ?? null, workArea)
  const window = new BrowserWindow({
    ...place,
    // On other systems it is the program's; a desktop without an entry for the program shows this one.
    ...(process.platform === 'linux' ? { icon: ICON } : {}),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Parolo',
    backgroundColor: '#f2f1ed',
    webPreferences: pagePreferences(),
  })
  if (state?.maximised) window.maximize()
  trackWindowState(window, stateFile, place)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE_ADDRESS)
  return window
}
