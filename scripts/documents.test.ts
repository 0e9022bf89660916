import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const below = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((name) => `docs/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.md') && !name.startsWith('docs/acceptance/'))
const readmes = ['README.md', 'README.fr.md'] as const
const changes = ['CHANGELOG.md', 'CHANGELOG.fr.md'] as const
const documents = [...readmes, ...changes, 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...below]
const forPeople = [...readmes, ...below.filter((name) => /^docs\/(?:en|fr|how-it-works)\//u.test(name))]
const inFrench = documents.filter((name) => /(?:\.fr\.md|\/fr\.md|^docs\/fr\/.*)$/u.test(name))

it.each(documents)('links of %s lead to files of the project', (document) => {
  const links = [...prose(read(document)).matchAll(/\]\((?<to>[^)\s]+)\)/gu)].map(
    ({ groups }) => groups?.['to'] ?? '',
  )
  const gone = links.filter(
    (to) =>
      !/^(?:https?:|#)/u.test(to) &&
      !existsSync(path.join(root, path.dirname(document), to.replace(/#.*$/u, ''))),
  )
  expect(gone).toEqual([])
})

it.each(documents)('files and folders that %s names are there', (document) => {
  const named = [
    ...read(document).matchAll(
      /`(?<file>(?:bench|cli|contracts|core|docs|e2e|electron|engine|renderer|scripts|studio|web)\/[\w./-]*)`/gu,
    ),
  ].map(({ groups }) => groups?.['file'] ?? '')
  // Capitals stand for a name of the reader's own.
  const gone = named.filter((file) => !/[A-Z]{4}/u.test(file) && !existsSync(path.join(root, file)))
  expect(gone).toEqual([])
})

it.each(readmes)('%s has at most 90 lines, both commands, and short sentences', (document) => {
  const text = read(document)
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(90)
  expect(text).toContain('\nnpm start\nnpm test\n')
  expect(meanWords(text)).toBeLessThanOrEqual(20)
})

it.each(changes)('%s has at most 60 lines of a version', (document) => {
  for (const version of read(document).split(/^## /mu).slice(1))
    expect(version.trimEnd().split('\n').length).toBeLessThanOrEqual(60)
})

it.each(forPeople)('sentences of %s have at most 20 words in the mean', (document) => {
  expect(meanWords(read(document))).toBeLessThanOrEqual(20)
})

/** Measurements and the text of a specification have longer ones. */
const withLongSentences = ['docs/engine.md', 'docs/parolo-json.md']

it.each(documents.filter((document) => !withLongSentences.includes(document)))(
  'at most 5 sentences of 100 in %s have over 25 words',
  (document) => {
    const lengths = sentenceLengths(read(document))
    // A short document may have one.
    expect(lengths.filter((length) => length > 25).length).toBeLessThanOrEqual(
      Math.max(1, Math.floor(0.05 * lengths.length)),
    )
  },
)

it.each(inFrench)('%s has French spaces and apostrophes', (document) => {
  const text = prose(read(document)).replaceAll(/!?\[[^\]]*\]\([^)]*\)|^\|[-: |]+\|$/gmu, '')
  expect(
    text.match(
      /.{0,20}(?:(?<![\u202F;!?])[;!?](?!\[)|(?<!\u00A0):(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»|\p{L}'\p{L}).{0,20}/gmu,
    ) ?? [],
  ).toEqual([])
})

describe('figures that stand in several documents', () => {
  const results = read('bench/RESULTS.md')
  // Errors of the included model by kind of speech, in whole words of a hundred.
  const percent = (kind: string): number => {
    const row = new RegExp(`^\\| ${kind} +\\|[^|]+\\|[^|]+\\|[^|=]+= (?<percent>[\\d.]+) %`, 'mu').exec(
      results,
    )
    return Math.round(Number(row?.groups?.['percent']))
  }
  it.each(readmes)('errors in %s are those of bench/RESULTS.md', (document) => {
    const text = read(document)
    for (const kind of ['en read', 'en phone', 'en meeting', 'fr read'])
      expect(text).toMatch(new RegExp(`\\b${String(percent(kind))}\\b`, 'u'))
  })

  it('what an hour takes is the same in README and the page of archives', () => {
    const [quick] = /8\.7/u.exec(read('docs/en/archives.md')) ?? []
    expect(quick).toBe('8.7')
    expect(read('README.md')).toContain(
      'about 13 minutes on two cores of an AMD EPYC server, or 9 with one pass',
    )
    expect(read('docs/en/archives.md')).toContain('12.6 minutes')
  })
})

/** Without code, pictures' addresses and comments. */
function prose(text: string): string {
  return text.replaceAll(/^```[^]*?^```/gmu, '').replaceAll(/`[^`\n]*`/gu, 'CODE')
}

/** Words a sentence in the mean. */
function meanWords(text: string): number {
  const lengths = sentenceLengths(text)
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}

/** Words of each sentence of paragraphs and items; headings, tables and lines of links have none. */
function sentenceLengths(text: string): number[] {
  return prose(text)
    .split(/\n{2,}|\n(?=[-*] |\d+\. |#)/u)
    .filter((part) => !/^(?:#|\||!\[)/u.test(part) && !part.includes(' · '))
    .map((part) => part.replaceAll(/\]\([^)]*\)/gu, ']').replaceAll(/\s+/gu, ' '))
    .flatMap((part) => part.split(/(?<=[.!?:])\s+/u))
    .filter((part) => /\p{L}{2}/u.test(part))
    .map((sentence) => (sentence.match(/\p{L}+/gu) ?? []).length)
}
