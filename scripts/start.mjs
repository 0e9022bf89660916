// `npm start`: installs what is missing, builds what is outdated, opens the studio: in Electron if it is
// present or can be downloaded (attempted once), else in the user's browser. Plain JavaScript, no packages:
// runs on any Node >= 20 in a fresh clone. Options: start-options.mjs.
import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { become } from './become.mjs'
import { ensureBuilt } from './build.mjs'
import { fetchElectron, isElectronUntried } from './fetch-electron.mjs'
import { findElectron, hasDisplay } from './find-electron.mjs'
import { ensureInstalled, findNode, isFrench, NODE_FLAGS, programEnvironment, root } from './install.mjs'
import { readStartOptions } from './start-options.mjs'

/** A window that exits with an error this soon never opened. */
const NEVER_OPENED_MS = 10_000

const options = readStartOptions(process.argv.slice(2), isFrench)
if (options.notice !== null) {
  const { text, exitCode } = options.notice
  ;(exitCode === 0 ? process.stdout : process.stderr).write(text)
  process.exit(exitCode)
}
if (options.data !== null) process.env.PAROLO_HOME = options.data
const say = (line) => process.stderr.write(`${line}\n`)

let child
let isAsked = false
// Ctrl-C reaches the child directly (same process group); SIGTERM is passed on.
process.on('SIGINT', () => (isAsked = true))
process.on('SIGTERM', () => {
  isAsked = true
  child?.kill('SIGTERM')
})

ensureInstalled(say)
const node = findNode(say)
const electron = await windowBinary()
ensureBuilt(node, say)
if (electron === null) openInBrowser()
else openWindow(electron)

/** Electron for the window, downloaded if that was never tried; null if the browser is used instead. */
async function windowBinary() {
  if (options.inBrowser) return null
  const wanted = hasDisplay() && !options.noOpen && !process.env.PAROLO_ELECTRON
  if (!wanted || findElectron() !== null || !isElectronUntried()) return findElectron()
  say(
    isFrench
      ? 'Téléchargement d’Electron pour la fenêtre (une seule fois, environ 120 Mo)…'
      : 'Downloading Electron for the window (only once, about 120 MB)…',
  )
  const download = fetchElectron(node, (percent) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${percent} %${percent === 100 ? '\n' : ''}`)
  })
  child = download.child
  if (!(await download.ended)) {
    if (isAsked) process.exit(130)
    say(
      isFrench
        ? 'Electron n’a pas pu être téléchargé. Parolo s’ouvre dans le navigateur. Pour réessayer\u00A0: npm run electron:install'
        : 'Electron could not be downloaded. Parolo opens in the browser. To retry: npm run electron:install',
    )
  }
  return findElectron()
}

function openWindow(binary) {
  const startedAt = performance.now()
  const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
  // An Electron other than the project's own may include a Node that is too old for the library.
  if (environment.PAROLO_ELECTRON) environment.PAROLO_NODE ??= node
  child = spawn(binary, [root, ...options.files], { cwd: root, stdio: 'inherit', env: environment })
  child.on('error', () => instead())
  child.on('exit', (code, signal) => {
    const isOpened = isAsked || code === 0 || performance.now() - startedAt > NEVER_OPENED_MS
    if (isOpened) end(code, signal)
    else instead()
  })
}

function instead() {
  say(
    isFrench
      ? 'La fenêtre n’a pas pu s’ouvrir. Parolo s’ouvre dans le navigateur.'
      : 'The window could not be opened. Parolo opens in the browser.',
  )
  openInBrowser()
}

function openInBrowser() {
  if (options.files.length > 0) {
    say(
      isFrench
        ? 'Ces fichiers ne peuvent s’ouvrir que dans la fenêtre. Déposez-les sur la page.'
        : 'These files can be opened only in the window. Drop them on the page instead.',
    )
  }
  const open = hasDisplay() && !options.noOpen
  const port = options.port === null ? [] : ['--port', options.port]
  announce(open)
  become(
    node,
    [...NODE_FLAGS, path.join(root, 'out', 'main', 'cli.cjs'), 'serve', ...port].concat(
      open ? ['--open'] : [],
    ),
    programEnvironment(),
  )
}

/** The host's only output is its URL, which follows. */
function announce(open) {
  const english = open ? 'Parolo opens in your browser:' : 'Open Parolo in your browser:'
  const french = open
    ? 'Parolo s’ouvre dans votre navigateur\u00A0:'
    : 'Ouvrez Parolo dans votre navigateur\u00A0:'
  // Written before the host takes this process's place.
  writeSync(1, `${isFrench ? french : english}\n`)
}

function end(code, signal) {
  process.exit(signal ? 128 + os.constants.signals[signal] : (code ?? 1))
}
