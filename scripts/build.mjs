// Builds what is older than its sources: the page, and everything that Electron runs. Plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isFrench, root } from './install.mjs'

const page = ['renderer', 'core', 'contracts', 'resources/fonts', 'package-lock.json']
const window = [...page, 'electron', 'studio', 'engine', 'electron.vite.config.ts']

/** The page alone, as the local web host serves it. */
export function ensurePage(node, say) {
  if (modified('out/renderer/index.html') >= newest(page)) return
  say(isFrench ? 'Construction de la page…' : 'Building the page…')
  run(node, ['node_modules/vite/bin/vite.js', 'build', '--config', 'renderer/vite.config.ts'], say)
}

/** The page, and the rest that Electron runs. */
export function ensureWindow(node, say) {
  const oldest = Math.min(modified('out/renderer/index.html'), modified('out/main/index.cjs'))
  if (oldest >= newest(window)) return
  say(isFrench ? 'Construction du programme…' : 'Building the program…')
  run(node, ['node_modules/electron-vite/bin/electron-vite.js', 'build'], say)
}

function run(node, words, say) {
  // Build output is shown only on failure: stdout is reserved for the URL.
  const result = spawnSync(node, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  if (result.status === 0) return
  const failed = isFrench ? 'La construction a échoué\u00A0:' : 'The build failed:'
  say(`${failed}\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`)
  process.exit(1)
}

function modified(place) {
  const file = path.join(root, place)
  return existsSync(file) ? statSync(file).mtimeMs : 0
}

/** Time of the latest change to sources below these paths, ignoring tests. */
function newest(places) {
  let latest = 0
  for (const place of places) {
    const file = path.join(root, place)
    if (!existsSync(file)) continue
    const names = statSync(file).isDirectory() ? readdirSync(file, { recursive: true }) : ['']
    for (const name of names) {
      if (/\.test\.tsx?$|(?:^|[/\\])testing(?:[/\\]|$)/u.test(name)) continue
      const facts = statSync(path.join(file, name))
      if (facts.isFile()) latest = Math.max(latest, facts.mtimeMs)
    }
  }
  return latest
}
