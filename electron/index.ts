import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, session, shell } from 'electron'
import { type MessageKey, programLanguage, say } from '#core/messages/messages'
import type { MenuState } from '#contracts/window-bridge'
import { WINDOW_TEST } from '#contracts/window-test'
import type { FromPage } from '#contracts/wire'
import { Drives } from '#studio/drives/drives'
import { useDrives } from '#studio/drives/files'
import { outsideArchive } from '#studio/processes/outside-archive'
import { FileInbox } from './file-inbox.ts'
import { BlockedRequests } from './security/allowed-requests.ts'
import { DisplayCapture } from './security/display-capture.ts'
import { refuseDebugger } from './security/refuse-debugger.ts'
import { restrictPages, disableNameResolution } from './security/restrict-pages.ts'
import { KeepAwake } from './keep-awake.ts'
import { reportSleep } from './recorder/report-sleep.ts'
import { openLibrary } from './processes/open-library.ts'
import { RecorderPresence } from './recorder/recorder-presence.ts'
import { LogFile } from './log/log-file.ts'
import { logFolder } from './log/log-folder.ts'
import { setMenu } from './window/menu.ts'
import { filesIn } from './opened-files.ts'
import { Shutdown } from './shutdown.ts'
import { reportPower } from './report-power.ts'
import { answerRequests } from './requests.ts'
import { registerSchemes, serveSchemes } from './security/schemes.ts'
import { isTrustedSender } from './security/sender.ts'
import { SoundRelay } from './processes/sound-relay.ts'
import { StudioSupervisor } from './processes/studio-supervisor.ts'
import { StudioRefused } from './processes/studio-link.ts'
import { textForLog } from './log/text-for-log.ts'
import { utilityDrive } from './processes/utility-drive.ts'
import { studioKind } from './processes/studio-kind.ts'
import { OpeningWindow } from './window/opening-window.ts'
import { openWindow } from './window/window.ts'
import { testWindow } from './window/test-window.ts'
import { windowFolder } from './window/window-folder.ts'

/** Time limit for the studio to report its running jobs. */
const ANSWER_MS = 3_000
/** Time limit for the studio to stop: a decode in progress is abandoned, the lease is released. */
const QUIT_GRACE_MS = 8_000

/** Must match electron-builder.yml. */
const APP_ID = 'org.parolo.studio'

/** What a second instance sends to the first. */
interface SecondStart {
  readonly files: readonly string[]
}

const opened = filesIn(process.argv.slice(1), process.cwd(), app.getAppPath())
const inbox = new FileInbox()
let studio: StudioSupervisor
let log: LogFile
let shutdown: Shutdown
/** The library is open, so a window may be shown. */
let isOpen = false
const displayCapture = new DisplayCapture()
const opening = new OpeningWindow()
const keepAwake = new KeepAwake()
let recorder: RecorderPresence
let menuState: MenuState = { language: 'en', undo: null, redo: null, hasRecording: false }

if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', windowFolder(app.getPath('appData')))
// Windows shows notifications only for programs with an app id.
app.setAppUserModelId(APP_ID)
refuseDebugger()
registerSchemes()
disableNameResolution()
// A second instance's arguments pass through Chromium, which adds its own: files are extracted before that.
const testFile = process.argv
  .find((word) => word.startsWith(`${WINDOW_TEST}=`))
  ?.slice(WINDOW_TEST.length + 1)
if (testFile !== undefined) void app.whenReady().then(() => test(testFile))
else if (app.requestSingleInstanceLock({ files: opened } satisfies SecondStart)) start()
else app.quit()

/** Only the window is tried: without a library, and beside a program that runs. */
async function test(file: string): Promise<void> {
  restrictPages(session.defaultSession, displayCapture, () => undefined)
  serveSchemes(session.defaultSession, pageFolder(), () => Promise.resolve(null))
  try {
    await testWindow(file)
    app.exit(0)
  } catch (error) {
    process.stderr.write(`${textForLog(error)}\n`)
    app.exit(1)
  }
}

function start(): void {
  useDrives(new Drives({ start: utilityDrive() }))
  inbox.put(opened)
  app.on('second-instance', (_event, _words, _folder, data) => {
    inbox.put((data as SecondStart).files)
    comeForward()
  })
  // macOS: a file dropped on the icon or opened with the program.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    inbox.put([file])
    comeForward()
  })
  app.on('activate', comeForward)
  void app.whenReady().then(run)
}

async function run(): Promise<void> {
  log = new LogFile(logFolder())
  process.on('uncaughtExceptionMonitor', (error) => log.write('program', textForLog(error)))
  menuState = { ...menuState, language: programLanguage(app.getLocale()) }
  const blocked = new BlockedRequests((address) => studio.send({ kind: 'blocked', address }))
  restrictPages(session.defaultSession, displayCapture, (address) => blocked.add(address))
  recorder = new RecorderPresence({
    language: () => menuState.language,
    page: pageWindow,
    act: (action) => pageWindow()?.webContents.send('menu', action),
    comeForward,
    quit: () => void shutdown.quit(),
    placeFile: () => path.join(app.getPath('userData'), 'strip.json'),
  })
  reportSleep((sleep) => pageWindow()?.webContents.send('slept', sleep))
  const reportStudioPower = reportPower((onBattery) => studio.send({ kind: 'power', onBattery }))
  const sounds = new SoundRelay((message) => studio.send(message))
  studio = new StudioSupervisor({
    startStudio: studioKind(),
    onPage: (windowId, message) => {
      const window = BrowserWindow.fromId(windowId)
      if (window !== null && !window.isDestroyed()) window.webContents.send('studio', message)
    },
    onSound: (channel, message) => sounds.receive(channel, message),
    onLog: (text) => log.write('studio', text),
    onDeleted: (names) => log.forget(names),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    onOpening: (step) => opening.show(step, menuState.language),
    onState: (state) => {
      opening.close()
      if (state === 'lost') sounds.drop()
      // A restarted process does not know the power state yet.
      else reportStudioPower()
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('studio-state', state)
    },
    askWhetherToRestart: (detail) =>
      ask('error', 'window.studio-ended', detail, ['window.restart', 'quit.quit'], 'window.restart'),
    onFailure: (error) => void refuse(error),
    onGivenUp: () => void shutdown.end(),
  })
  reportStudioPower()
  log.write(
    'program',
    `Parolo ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
  )
  shutdown = new Shutdown({
    // A studio that does not answer counts as running no jobs.
    runningJobs: () =>
      Promise.race([studio.ask('running-jobs', null), wait(ANSWER_MS, 0, { ref: false })]).catch(() => 0),
    askAboutJobs: () =>
      ask('question', 'quit.running', words('quit.running.detail'), ['quit.go-on', 'quit.quit'], 'quit.quit'),
    // Recorded sound is safe; a studio that does not answer cannot be asked.
    runningRecordings: () =>
      Promise.race([studio.ask('running-recordings', null), wait(ANSWER_MS, 0, { ref: false })]).catch(
        () => 0,
      ),
    askAboutRecording: () =>
      ask(
        'question',
        'rec.close',
        words('rec.close.detail'),
        ['rec.close.go-on', 'rec.close.stop'],
        'rec.close.stop',
      ),
    endStudio: () => studio.quit(QUIT_GRACE_MS),
    onEnded: () => app.quit(),
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') void shutdown.quit()
  })
  app.on('before-quit', (event) => {
    if (shutdown.hasEnded) return
    event.preventDefault()
    void shutdown.quit()
  })
  // The system ends the session, or a terminal closes: nobody can be asked.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void shutdown.end())
  serveSchemes(session.defaultSession, pageFolder(), (recordingId, kind) =>
    studio.ask('media', { recordingId, kind }),
  )
  answerRequests({
    ask: studio.ask,
    language: () => menuState.language,
    onMenuState: showMenu,
    onComeForward: comeForward,
    openLibrary: (folder) => openLibrary(studio, folder, QUIT_GRACE_MS),
    onDisplayCapture: () => displayCapture.allow(),
    onRecording: (isRecording, window) => {
      keepAwake.set(isRecording)
      // The strip's levels and time come from the page, also while its window is minimized.
      window.webContents.setBackgroundThrottling(!isRecording)
    },
    recorder,
  })
  ipcMain.on('studio', (event, message: FromPage) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    // The content of the message is checked by the studio's router, as for every page.
    if (isTrustedSender(event) && window !== null) studio.send({ kind: 'page', window: window.id, message })
  })
  ipcMain.on('sound-port', (event) => {
    const [port] = event.ports
    if (port !== undefined && isTrustedSender(event)) sounds.add(port)
  })
  showMenu(menuState)
  try {
    await studio.ready
  } catch (error) {
    await refuse(error)
    return
  }
  isOpen = true
  comeForward()
  opening.close()
}

const pageFolder = (): string => outsideArchive(fileURLToPath(new URL('../renderer', import.meta.url)))

/** The window of the page; null while it is closed. */
function pageWindow(): BrowserWindow | null {
  return (
    BrowserWindow.getAllWindows().find((window) => !recorder.isStrip(window) && !opening.is(window)) ?? null
  )
}

/** Shows the page's window and brings it to the front, once a window may exist. */
function comeForward(): void {
  if (!isOpen || shutdown.isEnding) return
  const window = pageWindow()
  if (window === null) return showWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The library cannot be opened, so there is no window to show the error in. */
async function refuse(error: unknown): Promise<void> {
  log.write('program', textForLog(error))
  const refused = error instanceof StudioRefused ? error.error : null
  const detail = refused ? [refused.message, refused.remedy].filter(Boolean).join('\n') : String(error)
  await dialog.showMessageBox({ type: 'error', message: words('window.no-studio'), detail })
  await studio.quit(QUIT_GRACE_MS)
  app.exit(1)
}

function words(key: MessageKey): string {
  return say(menuState.language, key)
}

/** Returns true if `yes` was chosen; Enter and Escape press the first button. */
async function ask(
  type: 'question' | 'error',
  message: MessageKey,
  detail: string,
  buttons: readonly MessageKey[],
  yes: MessageKey,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type,
    message: words(message),
    detail,
    buttons: buttons.map(words),
    defaultId: 0,
    cancelId: 0,
  })
  return buttons[response] === yes
}

function showMenu(state: MenuState): void {
  menuState = state
  recorder.start()
  setMenu(state, {
    act: (action) => pageWindow()?.webContents.send('menu', action),
    showLog: () => shell.showItemInFolder(log.path),
  })
}

function showWindow(): void {
  const window = openWindow()
  const { id, webContents } = window
  const forgetPage = () => {
    keepAwake.set(false)
    recorder.end()
    inbox.closed()
    // The page no longer waits for its calls.
    studio.send({ kind: 'page-closed', window: id })
  }
  window.on('close', (event) => {
    // If the program ends with its window, it asks while the window is still open.
    if (shutdown.isEnding || process.platform === 'darwin') return
    event.preventDefault()
    void shutdown.quit()
  })
  window.on('closed', forgetPage)
  webContents.on('did-start-navigation', (_event, _url, inPage, isMainFrame) => {
    if (isMainFrame && !inPage) forgetPage()
  })
  webContents.on('did-finish-load', () => {
    if (studio.state === 'lost') webContents.send('studio-state', studio.state)
    inbox.opened((files) => webContents.send('files', files))
  })
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || shutdown.isEnding) return
    forgetPage()
    log.write('page', `ended: ${reason}`)
    void ask(
      'error',
      'window.page-ended',
      reason,
      ['window.load-again', 'quit.quit'],
      'window.load-again',
    ).then((again) => (again ? webContents.reload() : shutdown.end()))
  })
}
