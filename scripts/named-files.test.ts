import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const tops =
  'bench cli contracts core docs e2e electron engine fixtures renderer resources scripts studio web'.split(
    ' ',
  )
const below = tops.flatMap((top) =>
  readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${top}/${name.replaceAll(path.sep, '/')}`,
  ),
)
const paths = new Set([...tops, ...below])
const ends = new Set(below.flatMap(endsOf))

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].concat(
  readdirSync(path.join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
)

it.each(documents)('%s names no file or folder that is gone', (document) => {
  expect(goneNames(readFileSync(path.join(root, document), 'utf8'))).toEqual([])
})

it('finds names that are gone, by path or by the end of one; placeholders need their folder alone', () => {
  const text =
    '`core/no-such.ts`, `no-such/read-bytes.ts`, `core/none/NAME.ts`, docs/none.md; ' +
    '`core/formats/NAME.ts`, `scripts/start*.ts`, `reading/read-bytes.ts`, `cli/verbs/`, `texts/`, docs/engine.md'
  const gone = ['core/no-such.ts', 'no-such/read-bytes.ts', 'core/none/NAME.ts', 'docs/none.md']
  expect(goneNames(text)).toEqual(gone)
})

/**
 * Names of the project's own files and folders, in backquotes or as `docs/…md` in `text`, that do not exist.
 */
function goneNames(text: string): string[] {
  const names = text.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)*)\/?`|\b(docs\/[a-z-]+\.md)\b/gu)
  return [...names].map(([, quoted, document]) => quoted ?? document ?? '').filter((name) => !isThere(name))
}

function isThere(name: string): boolean {
  if (tops.includes(name.split('/')[0] ?? '')) return paths.has(name) || paths.has(withoutPlaceholder(name))
  return !/\.(?:tsx?|mjs)$/u.test(name) || ends.has(name) || withoutPlaceholder(name) !== name
}

/** The folder above the first segment with a placeholder (NAME, *); the name itself if there is none. */
function withoutPlaceholder(name: string): string {
  const segments = name.split('/')
  const at = segments.findIndex((segment) => /[A-Z]{3}|\*/u.test(segment))
  return at === -1 ? name : segments.slice(0, at).join('/')
}

/** `a/b/c` ends in `c`, `b/c` and `a/b/c`. */
function endsOf(name: string): string[] {
  const segments = name.split('/')
  return segments.map((_, at) => segments.slice(at).join('/'))
}
