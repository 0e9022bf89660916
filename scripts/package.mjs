// `npm run package`: builds, and puts the unpacked program for this system into out/package. Nothing is downloaded: the
// Electron used is PAROLO_ELECTRON, else the one in node_modules. With --built the existing build is used.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { electronBinary, electronFolder } from './find-electron.mjs'
import { ensureInstalled, findNode, root } from './install.mjs'

const say = (line) => process.stderr.write(`${line}\n`)
const output = path.join('out', 'package')
ensureInstalled(say)
const node = findNode(say)
const modules = (...parts) => path.join(root, 'node_modules', ...parts)
const binary = electronBinary()
if (binary === null) {
  say(
    process.env.PAROLO_ELECTRON
      ? `PAROLO_ELECTRON names no Electron: ${process.env.PAROLO_ELECTRON}`
      : 'The Electron binary is not here: run `npm run electron:install` first (the one download of Parolo).',
  )
  process.exit(1)
}
const folder = electronFolder(binary)
const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
if (!process.argv.includes('--built'))
  run([modules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'error'])
rmSync(path.join(root, output), { recursive: true, force: true })
run([
  modules('electron-builder', 'cli.js'),
  ...'--dir --publish never -c electron-builder.yml'.split(' '),
  `-c.electronDist=${folder}`,
  `-c.electronVersion=${version}`,
  `-c.directories.output=${output}`,
])
// An Electron that was used for trials contains an app of its own, which would start instead of this one.
const trial = path.join(root, output, 'linux-unpacked', 'resources', 'app')
if (existsSync(trial)) rmSync(trial, { recursive: true })
say(`The program is in ${output}.`)

function run(args) {
  // Its output is shown only on failure.
  const { status, stdout } = spawnSync(node, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status === 0) return
  say(`${stdout ?? ''}\nThis failed: ${args.join(' ')}`)
  process.exit(status ?? 1)
}
