import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, session } from 'electron'
import { say, programLanguage } from '#core/messages/messages'
import type { MenuState } from '#contracts/window-bridge'
import type { FromPage } from '#contracts/wire'
import { filesIn } from './opened-files.ts'
import { lockEverything } from './locks.ts'
import { setMenu } from './menu.ts'
import { answerRequests } from './requests.ts'
import { registerSchemes, serveSchemes } from './schemes.ts'
import { isTrustedSender } from './sender.ts'
import { startStudio, StudioRefused, type StudioLink } from './studio-link.ts'
import { openWindow } from './window.ts'

/** How long a studio that was asked to end may take: a decode in flight is given up, the lease given back. */
const QUIT_GRACE_MS = 8_000

let studio: StudioLink
/** Files that the program was opened with before its library was. */
const waitingFiles: string[] = filesIn(process.argv.slice(1), process.cwd(), app.getAppPath())
let menuState: MenuState = { language: 'en', undo: null, redo: null, hasRecording: false }
let quitting = false

registerSchemes()
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.on('second-instance', (_event, argv, folder) => {
    addFiles(filesIn(argv.slice(1), folder, app.getAppPath()))
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) showWindow()
    else {
      if (window.isMinimized()) window.restore()
      window.focus()
    }
  })
  // macOS: a file dropped on the icon or opened with the program.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    addFiles([file])
  })
  app.on('activate', () => {
    if (app.isReady() && BrowserWindow.getAllWindows().length === 0) showWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', (event) => {
    if (quitting) return
    event.preventDefault()
    void quit()
  })
  void app.whenReady().then(run)
}

async function run(): Promise<void> {
  menuState = { ...menuState, language: programLanguage(app.getLocale()) }
  lockEverything(session.defaultSession)
  studio = startStudio((windowId, message) => {
    const window = BrowserWindow.fromId(windowId)
    if (window !== null && !window.isDestroyed()) window.webContents.send('studio', message)
  })
  void studio.ended.then(onStudioEnded)
  serveSchemes(
    session.defaultSession,
    fileURLToPath(new URL('../renderer', import.meta.url)),
    (recordingId, kind) => studio.ask('media', { recordingId, kind }),
  )
  answerRequests(() => studio, showMenu)
  ipcMain.on('studio', (event, message: FromPage) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    // What the message says is checked by the studio's router, as for every page.
    if (isTrustedSender(event) && window !== null) studio.send({ kind: 'page', window: window.id, message })
  })
  showMenu(menuState)
  try {
    await studio.ready
  } catch (error) {
    // The end of the process is told once, here.
    quitting = true
    const refused = error instanceof StudioRefused ? error.error : null
    const detail = refused ? [refused.message, refused.remedy].filter(Boolean).join('\n') : String(error)
    await dialog.showMessageBox({ type: 'error', message: words('window.no-studio'), detail })
    app.exit(1)
    return
  }
  showWindow()
  addFiles(waitingFiles.splice(0))
}

function words(key: Parameters<typeof say>[1]): string {
  return say(menuState.language, key)
}

function showMenu(state: MenuState): void {
  menuState = state
  setMenu(state, (action) => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    window?.webContents.send('menu', action)
  })
}

function showWindow(): void {
  const window = openWindow()
  const { id } = window
  window.on('closed', () => studio.send({ kind: 'page-closed', window: id }))
  // A page that is loaded again begins anew: what it had asked for is no longer awaited.
  window.webContents.on('did-start-navigation', (_event, _url, inPage, isMainFrame) => {
    if (isMainFrame && !inPage) studio.send({ kind: 'page-closed', window: id })
  })
}

/** The page brings them in as it does dropped ones; what comes before there is a page waits. */
function addFiles(files: readonly string[]): void {
  if (files.length === 0) return
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) waitingFiles.push(...files)
  else if (window.webContents.isLoading()) {
    window.webContents.once('did-finish-load', () => window.webContents.send('files', files))
  } else window.webContents.send('files', files)
}

/** Asks once while a job runs; the job is given back and goes on at the next start. */
async function quit(): Promise<void> {
  const running = await studio.ask('running-jobs', null).catch(() => 0)
  if (running > 0) {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: words('quit.running'),
      detail: words('quit.running.detail'),
      buttons: [words('quit.go-on'), words('quit.quit')],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 0) {
      if (BrowserWindow.getAllWindows().length === 0) showWindow()
      return
    }
  }
  quitting = true
  await studio.quit(QUIT_GRACE_MS)
  app.quit()
}

async function onStudioEnded(detail: string): Promise<void> {
  if (quitting) return
  quitting = true
  await dialog.showMessageBox({
    type: 'error',
    message: words('window.studio-ended'),
    detail,
    buttons: [words('window.restart')],
  })
  app.relaunch()
  app.exit(1)
}
