import { BrowserWindow, screen } from 'electron'
import { PAGE_ADDRESS } from '../security/page-origin.ts'
import { pagePreferences } from '../window/page-preferences.ts'
import { readWindowState, trackWindowState } from '../window/window-state.ts'
import { STRIP_SIZE, stripPlace } from './strip-place.ts'

/**
 * The small window on top of all others: at its last position if that is still on a screen, else at the lower
 * right of the program's screen.
 */
export function openStrip(beside: BrowserWindow, placeFile: string): BrowserWindow {
  const kept = readWindowState(placeFile)?.bounds ?? null
  const { workArea } = screen.getDisplayMatching(kept ?? beside.getBounds())
  const place =
    stripPlace(kept, workArea) ?? stripPlace(null, screen.getDisplayMatching(beside.getBounds()).workArea)
  const strip = new BrowserWindow({
    ...STRIP_SIZE,
    ...place,
    useContentSize: true,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    show: false,
    title: 'Parolo',
    backgroundColor: '#f2f1ed',
    webPreferences: pagePreferences(),
  })
  trackWindowState(strip, placeFile, place ?? strip.getBounds())
  strip.once('ready-to-show', () => {
    strip.showInactive()
    // An X11 window manager takes these from windows that are on the screen only.
    strip.setAlwaysOnTop(true, 'floating')
    strip.setVisibleOnAllWorkspaces(true)
  })
  void strip.loadURL(`${PAGE_ADDRESS}strip.html`)
  return strip
}
