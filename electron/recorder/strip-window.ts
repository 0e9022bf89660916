import { fileURLToPath } from 'node:url'
import { BrowserWindow, screen } from 'electron'
import { PAGE_ADDRESS } from '../security/page-origin.ts'

/** LOOK.md, n-strip. */
const SIZE = { width: 360, height: 64 }
const MARGIN = 24

/** The small window over all others, at the lower right of the screen on which the program is. */
export function openStrip(beside: BrowserWindow): BrowserWindow {
  const { workArea } = screen.getDisplayMatching(beside.getBounds())
  const strip = new BrowserWindow({
    ...SIZE,
    useContentSize: true,
    x: workArea.x + workArea.width - SIZE.width - MARGIN,
    y: workArea.y + workArea.height - SIZE.height - MARGIN,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
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
  strip.setAlwaysOnTop(true, 'floating')
  strip.setVisibleOnAllWorkspaces(true)
  strip.once('ready-to-show', () => strip.showInactive())
  void strip.loadURL(`${PAGE_ADDRESS}strip.html`)
  return strip
}
