// Builds the page and the programs if they are older than their sources. Plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isFrench, root } from './install.mjs'

const sources = [
  'renderer',
  'core',
  'contracts',
  'electron',
  'studio',
  'engine',
  'cli',
  'web',
  'resources/fonts',
  'package-lock.json',
  'electron.vite.config.ts',
]
const built = ['out/renderer/index.html', 'out/main/index.cjs', 'out/main/cli.cjs']

/** Whether the page and the programs are younger than their sources. */
export const isBuilt = () => Math.min(...built.map(modified)) >= newest(sources)

/** The page, what Electron runs, and the command line, which serves the page for a browser. */
export function ensureBuilt(node, say) {
  if (isBuilt()) return
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
