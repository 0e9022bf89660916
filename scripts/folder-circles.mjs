// Finds folders that import one another in a cycle; oxlint checks cycles between files (import/no-cycle).
// As a program (part of `npm run check`): prints the cycles and exits with 1 if there are any.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders that are checked, and how many path components distinguish one from another. */
const CHECKED = [
  { top: 'renderer', depth: Infinity },
  { top: 'electron', depth: Infinity },
  { top: 'core', depth: 2 },
]
const ALIASES = ['core', 'contracts', 'studio', 'web']
const IMPORTED = /(?:from|import)\s*\(?\s*'([^']+)'/gu
const LEFT_OUT = /\.test\.tsx?$|\/testing\//u

/**
 * The cycles among the folders below `top`, each as a sorted list of its folders.
 * @param {ReadonlyMap<string, string>} sources text of each file by its path from the project's root
 * @param {string} top
 * @param {number} depth
 * @returns {string[][]}
 */
export function folderCircles(sources, top, depth) {
  const folderOf = (/** @type {string} */ file) =>
    path.posix.dirname(file).split('/').slice(0, depth).join('/')
  /** @type {Map<string, Set<string>>} */
  const imports = new Map()
  for (const [file, text] of sources) {
    if (!file.startsWith(`${top}/`) || LEFT_OUT.test(file)) continue
    const from = folderOf(file)
    if (!imports.has(from)) imports.set(from, new Set())
    for (const [, name] of text.matchAll(IMPORTED)) {
      const target = fileOf(file, name ?? '', sources)
      if (target === null || !target.startsWith(`${top}/`) || folderOf(target) === from) continue
      imports.get(from)?.add(folderOf(target))
    }
  }
  return circlesOf(imports)
}

/**
 * @param {string} from
 * @param {string} name
 * @param {ReadonlyMap<string, string>} sources
 */
function fileOf(from, name, sources) {
  const alias = ALIASES.find((one) => name.startsWith(`#${one}/`))
  if (alias !== undefined) return `${name.slice(1)}.ts`
  if (!name.startsWith('.')) return null
  const file = path.posix.join(path.posix.dirname(from), name)
  return sources.has(file) ? file : null
}

/**
 * Groups of folders that reach one another: two folders are in one group if each is reachable from the other.
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
  const circles = CHECKED.flatMap(({ top, depth }) => folderCircles(sources, top, depth))
  for (const circle of circles) process.stderr.write(`Folders in a circle: ${circle.join(', ')}\n`)
  process.exitCode = circles.length > 0 ? 1 : 0
}
