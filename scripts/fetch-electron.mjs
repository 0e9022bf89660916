// Downloads Electron's binary with the package's own command, once after an install. Plain JavaScript, no packages.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isPackagesLink, root } from './install.mjs'

const folder = path.join(root, 'node_modules', 'electron')

/**
 * Whether this version has not been tried yet: after a failure only the user starts another download. Nothing is
 * put into a folder of packages that other programs may use.
 */
export function isElectronUntried() {
  return !isPackagesLink() && existsSync(path.join(folder, 'install.js')) && !existsSync(failureNote())
}

/**
 * Runs the command on `node` (22 or newer); true if the binary is present. `onPercent` receives the progress. If the
 * server does not answer within 10 s, or refuses, returns false, and the download is not tried again.
 */
export function fetchElectron(node, onPercent = () => undefined) {
  const watch = pathToFileURL(path.join(root, 'scripts', 'watch-downloads.mjs')).href
  const child = spawn(node, ['--import', watch, path.join(folder, 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', ELECTRON_GET_NO_PROGRESS: '1' },
  })
  const ended = new Promise((resolve) => {
    child.on('message', onPercent)
    child.on('error', () => resolve(false))
    child.on('close', (code, signal) => {
      // A download that the user stopped may be tried again; one that the network refused is not.
      if (code !== 0 && signal === null) noteFailure()
      resolve(code === 0)
    })
  })
  return { child, ended }
}

/** In `out`, which survives `npm ci`; named after the version, so that a newer one is tried. */
function failureNote() {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(root, 'out', `electron-${version}-not-fetched`)
}

function noteFailure() {
  const note = failureNote()
  mkdirSync(path.dirname(note), { recursive: true })
  writeFileSync(note, 'npm start does not try again to fetch Electron; npm run electron:install does.\n')
}
