// `npm run package`: builds and puts the unpacked program for this system into out/package.
// PAROLO_ELECTRON: an Electron to pack instead of the one in node_modules (for trials of the package itself).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled, findNode, root } from './install.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
ensureInstalled(say)
const node = findNode(say)
const modules = (...parts) => path.join(root, 'node_modules', ...parts)

run([modules('electron-vite', 'bin', 'electron-vite.js'), 'build'])

const given = process.env.PAROLO_ELECTRON
const other = given ? electronBeside(given) : []
if (!given && !existsSync(modules('electron', 'path.txt'))) {
  say('The Electron binary is not here: run `npm run electron:install` first (the one download of Parolo).')
  process.exit(1)
}
run([
  modules('electron-builder', 'cli.js'),
  '--dir',
  '--publish',
  'never',
  '-c',
  'electron-builder.yml',
  ...other,
])
say(`The program is in ${path.join('out', 'package')}.`)

function electronBeside(executable) {
  const folder = path.dirname(path.resolve(executable))
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
}

function run(args) {
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
