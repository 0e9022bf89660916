import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { json } from '#core/formats/json/json'
import { documentOf } from '#core/formats/testing/sample-document'
import { makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'

const paragraphs = spoken([
  ['A', 1_000, 6_000, 'Um, so tell me about the ledger that you keep here.'],
  ['B', 6_000, 12_000, 'I write down every iron that goes out, and who has it.'],
  ['A', 12_200, 16_000, 'And does all of it come back in the end?'],
])

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
  const { recording, transcript } = documentOf(paragraphs)
  const document = {
    recording: { ...recording, title: 'The ledger', durationMs: 20_000, sha256: 'ab'.repeat(32) },
    transcript,
  }
  const { text } = json.write?.(document, { speakerLabel: String }) ?? { text: '' }
  await writeFile(path.join(place.folder, 'ledger.parolo.json'), text)
  mustExit(await runInProcess(['add', 'ledger.parolo.json'], place), 0)
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)
const corrections = (...words: string[]) => run('corrections', 'The ledger', ...words)
const shown = async () => (await run('show', 'The ledger')).stdout
const change = async (name: string, from: string, to: string): Promise<void> => {
  const file = path.join(place.folder, name)
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}

it('lists what a text corrects and changes nothing; accepts all with --accept; then nothing differs', async () => {
  mustExit(await run('export', 'The ledger', '--format', 'txt', '--out', '.'), 0)
  await change('The ledger.txt', 'every iron that', 'every kettle that still')
  const before = await shown()
  const listed = await corrections('The ledger.txt')
  mustExit(listed, 0)
  expect(listed.stdout).toMatch(/^0:0\d\tiron\tkettle\t\n0:0\d\t\tstill\t\n$/u)
  expect(await shown()).toBe(before)
  const accepted = await corrections('The ledger.txt', '--accept', '--json')
  mustExit(accepted, 0)
  expect(JSON.parse(accepted.stdout)).toMatchObject({ file: 'The ledger.txt', accepted: 2, left: 0 })
  expect(await shown()).toContain('every kettle that still goes out')
  expect((await corrections('The ledger.txt')).stdout).toBe('')
})

it('a Word file tells what was changed here since, and --accept leaves that', async () => {
  mustExit(await run('export', 'The ledger', '--format', 'docx', '--out', '.'), 0)
  const file = path.join(place.folder, 'The ledger.docx')
  const files = unzipSync(await readFile(file))
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const corrected = document
    .replace('every iron', 'each iron')
    .replace('the ledger that', 'the big ledger that')
  expect(corrected).not.toBe(document)
  await writeFile(file, zipSync({ ...files, 'word/document.xml': strToU8(corrected) }))
  mustExit(await run('export', 'The ledger', '--format', 'txt', '--out', '.'), 0)
  await change('The ledger.txt', 'every iron', 'any iron')
  mustExit(await corrections('The ledger.txt', '--accept'), 0)
  const accepted = await corrections('The ledger.docx', '--accept', '--json')
  mustExit(accepted, 0)
  const report = JSON.parse(accepted.stdout) as { corrections: unknown[] }
  expect(report).toMatchObject({ knowsVersion: true, accepted: 1, left: 1 })
  expect(report.corrections).toMatchObject([
    { text: 'big', changedHere: null },
    { now: 'any', text: 'each', changedHere: 'every' },
  ])
  const text = await shown()
  expect(text).toContain('about the big ledger')
  expect(text).toContain('any iron')
})

it('renames speakers only when that is asked for', async () => {
  mustExit(await run('export', 'The ledger', '--format', 'md', '--out', '.'), 0)
  const file = path.join(place.folder, 'The ledger.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replaceAll(/\*\*[^*]*(?:1|A)\*\*/gu, '**Amara**'))
  const kept = await corrections('The ledger.md', '--accept', '--progress', 'json')
  mustExit(kept, 0)
  expect(jsonLines(kept.stderr)).toContainEqual(
    expect.objectContaining({ type: 'corrections', accepted: 0, left: 1 }),
  )
  mustExit(await corrections('The ledger.md', '--accept', '--rename-speakers'), 0)
  expect(await shown()).toContain('Amara')
})

it('refuses the text of another recording, and what is no document that comes back', async () => {
  await writeFile(
    path.join(place.folder, 'other.txt'),
    'The river was high that year and the bridge went with it.',
  )
  const before = await shown()
  const refused = await corrections('other.txt', '--accept', '--lang', 'fr')
  expect(refused.exitCode).toBe(1)
  expect(refused.stderr).toContain('pas celui de cet enregistrement')
  expect((await corrections('ledger.parolo.json')).exitCode).toBe(1)
  expect((await run('corrections', 'The ledger')).exitCode).toBe(2)
  expect(await shown()).toBe(before)
})

it('what the document of the cut leaves out is no difference', async () => {
  mustExit(await run('cut', 'The ledger', '--fillers'), 0)
  mustExit(await run('export', 'The ledger', '--cut', '--format', 'srt', '--out', '.'), 0)
  const [name = ''] = (await readdir(place.folder)).filter((each) => each.endsWith('.srt'))
  const listed = await corrections(name)
  mustExit(listed, 0)
  expect(listed.stdout).toBe('')
})
