// Finds folders and files that import one another in a circle, including type and lazy imports, but not
// tests. As a program (part of `npm run check`): prints the circles and exits with 1 if there are any.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const TOPS = ['core', 'contracts', 'engine', 'studio', 'web', 'electron', 'renderer', 'cli']
const ALIASES = ['core', 'contracts', 'studio', 'web']
const IMPORTED = /(?:from|import)\s*\(?\s*'([^']+)'/gu
const LEFT_OUT = /\.test\.tsx?$|\/testing\//u

/**
 * The circles among the folders below `top`, at every depth: if `top/a/x` imports `top/b/x`, and `top/b/y`
 * imports `top/a/y`, `a` and `b` are a circle, though no two folders of files are. Imports between a folder
 * and its own subfolders do not count, but a file in `top` itself counts as a folder. Each circle is a sorted
 * list of folders.
 * @param {ReadonlyMap<string, string>} sources text of each file by its path from the project's root
 * @param {string} top
 * @returns {string[][]}
 */
export function folderCircles(sources, top) {
  const imports = importsOf(sources, [top])
  const deepest = Math.max(...[...imports.keys()].map((file) => file.split('/').length - 1))
  /** @type {Map<string, string[]>} */
  const circles = new Map()
  for (let depth = 2; depth <= deepest; depth++) {
    for (const circle of circlesOf(foldersOf(imports, depth))) circles.set(circle.join(' '), circle)
  }
  return [...circles.values()]
}

/**
 * The circles among the files below `tops`, each as a sorted list of its files.
 * @param {ReadonlyMap<string, string>} sources
 * @param {readonly string[]} tops
 */
export function fileCircles(sources, tops) {
  return circlesOf(importsOf(sources, tops))
}

/**
 * The files below `tops` that each of them imports.
 * @param {ReadonlyMap<string, string>} sources
 * @param {readonly string[]} tops
 */
export function importsOf(sources, tops) {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map()
  const isChecked = (/** @type {string} */ file) =>
    tops.some((top) => file.startsWith(`${top}/`)) && !LEFT_OUT.test(file)
  for (const [file, text] of sources) {
    if (!isChecked(file)) continue
    const targets = [...text.matchAll(IMPORTED)].map(([, name]) => fileOf(file, name ?? '', sources))
    imports.set(file, new Set(targets.filter((target) => target !== null).filter(isChecked)))
  }
  return imports
}

/**
 * The imports of each folder; folders below `depth` count as their parents.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} imports of files
 * @param {number} depth
 */
function foldersOf(imports, depth) {
  const folderOf = (/** @type {string} */ file) => {
    const folder = path.posix.dirname(file).split('/').slice(0, depth)
    return folder.length === 1 ? file : folder.join('/')
  }
  /** @type {Map<string, Set<string>>} */
  const folders = new Map()
  for (const [file, targets] of imports) {
    const from = folderOf(file)
    const others = folders.get(from) ?? new Set()
    folders.set(from, others)
    for (const target of targets) {
      const to = folderOf(target)
      if (!`${to}/`.startsWith(`${from}/`) && !`${from}/`.startsWith(`${to}/`)) others.add(to)
    }
  }
  return folders
}

/**
 * @param {string} from
 * @param {string} name
 * @param {ReadonlyMap<string, string>} sources
 */
function fileOf(from, name, sources) {
  const alias = ALIASES.find((one) => name.startsWith(`#${one}/`))
  if (alias === undefined && !name.startsWith('.')) return null
  const file = alias === undefined ? path.posix.join(path.posix.dirname(from), name) : `${name.slice(1)}.ts`
  return sources.has(file) ? file : null
}

/**
 * Groups of files or folders that reach one another: two are in the same group if each is reachable from the
 * other.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} imports
 */
function circlesOf(imports) {
  const reached = new Map([...imports.keys()].map((folder) => [folder, reachedFrom(folder, imports)]))
  /** @type {string[][]} */
  const circles = []
  const seen = new Set()
  for (const [folder, others] of reached) {
    if (seen.has(folder) || !others.has(folder)) continue
    const circle = [...others]
      .filter((other) => reached.get(other)?.has(folder))
      .sort((a, b) => (a < b ? -1 : 1))
    for (const one of circle) seen.add(one)
    circles.push(circle)
  }
  return circles
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, ReadonlySet<string>>} imports
 */
function reachedFrom(folder, imports) {
  const reached = new Set()
  const waiting = [...(imports.get(folder) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(imports.get(next) ?? []))
  }
  return reached
}

/** @param {string} root */
function readSources(root) {
  const listed = execFileSync('git', ['-C', root, 'ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((file) => /\.tsx?$|\.css$/u.test(file))
  return new Map(
    files.flatMap((file) => {
      try {
        return [[file, readFileSync(path.join(root, file), 'utf8')]]
      } catch (error) {
        // Git also lists files that were deleted but not yet committed.
        if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return []
        throw error
      }
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = readSources(path.join(import.meta.dirname, '..'))
  const circles = {
    Files: fileCircles(sources, TOPS),
    Folders: TOPS.flatMap((top) => folderCircles(sources, top)),
  }
  for (const [what, found] of Object.entries(circles)) {
    for (const circle of found) process.stderr.write(`${what} in a circle: ${circle.join(', ')}\n`)
    if (found.length > 0) process.exitCode = 1
  }
}
