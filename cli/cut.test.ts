import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { json } from '#core/formats/json/json'
import { documentOf } from '#core/formats/testing/sample-document'
import { makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit } from './testing/run-parolo.ts'

const paragraphs = spoken([
  ['A', 1_000, 3_000, 'Um, so tell me about the ledger.'],
  ['B', 6_000, 8_000, 'I did. It goes everywhere.'],
  ['A', 8_200, 9_000, 'Why?'],
])

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
  const { recording, transcript } = documentOf(paragraphs)
  const document = {
    recording: { ...recording, title: 'The ledger', durationMs: 10_000, sha256: 'ab'.repeat(32) },
    transcript,
  }
  const { text } = json.write?.(document, { speakerLabel: String }) ?? { text: '' }
  await writeFile(path.join(place.folder, 'ledger.parolo.json'), text)
  mustExit(await runInProcess(['add', 'ledger.parolo.json'], place), 0)
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)
const cut = (...words: string[]) => run('cut', 'The ledger', ...words)
const fileOf = (name: string) => readFile(path.join(place.folder, name), 'utf8')

it('cuts fillers and pauses, says how much is kept, and restores all', async () => {
  expect((await cut()).stdout).toBe('The ledger: 0:10 of 0:10 kept, no cuts\n')
  const dry = await cut('--fillers', '--pauses', '1.2=0.6', '--dry-run')
  expect(dry.stdout).toBe('The ledger: 0:07 of 0:10 would be kept (0:10 are now), 2 cuts\n')
  expect((await cut()).stdout).toContain('no cuts')
  const done = await cut('--fillers', '--pauses', '1.2=0.6')
  expect(done.stdout).toBe('The ledger: 0:07 of 0:10 kept, 2 cuts\n')
  expect(done.stderr).toContain('1 word is cut. 1 pause or stretch without words is cut.')
  expect((await cut('--fillers', '--pauses', '1.2=0.6')).stderr).toBe('')
  const none = await cut('--none')
  expect(none.stderr).toContain('2 cuts are restored.')
  expect(none.stdout).toContain('0:10 of 0:10 kept')
})

it('checks the joins of what is cut, which needs the sound', async () => {
  const none = await cut('--check-joins')
  mustExit(none, 0)
  expect(none.stderr).toContain('Nothing is wrong at the joins')
  const gone = await cut('--fillers', '--check-joins')
  expect(gone.stdout).toContain('1 cut')
  mustExit(gone, 1)
  expect(gone.stderr).toContain('The recording is no longer at')
})

it('cuts the words wholly between two times of the whole recording, whatever was cut before', async () => {
  await cut('--fillers')
  expect((await cut('--from', '6', '--to', '8')).stdout).toContain('2 cuts')
  const french = await cut('--from', '8.2', '--to', '9', '--lang', 'fr')
  expect(french.stdout).toMatch(/^The ledger\u00A0: 0:0\d conservées sur 0:10, 2 coupes\n$/u)
  await cut('--none')
  // Nobody speaks there.
  expect((await cut('--from', '0', '--to', '0:01')).stdout).toContain('0:09 of 0:10 kept, 1 cut')
})

it.each([
  ['--from', '3'],
  ['--from', '5', '--to', '4'],
  ['--pauses', '1.2'],
  ['--pauses', '0.5=0.6'],
])('refuses %s %s', async (...words) => {
  expect((await cut(...words)).exitCode).toBe(2)
})

it('export --cut writes text and captions of the cut in its time, and .parolo.json whole, with what is cut', async () => {
  await cut('--fillers', '--pauses', '1.2=0.6')
  const exported = await run(
    'export',
    'The ledger',
    '--cut',
    '--format',
    'vtt,txt,json',
    '--progress',
    'json',
  )
  expect(exported.exitCode).toBe(0)
  expect(jsonLines(exported.stderr)).toMatchObject([
    { type: 'cut', count: 2 },
    { type: 'written', format: 'vtt' },
    { type: 'written', format: 'txt' },
    { type: 'written', format: 'json' },
    { type: 'whole', format: 'json' },
  ])
  const vtt = await fileOf('The ledger.vtt')
  expect(vtt).toContain('NOTE\nthe cut: 0:00:07 of 0:00:10\n')
  expect(vtt).not.toContain('Um,')
  expect(vtt).toMatch(/--> 00:00:06\.\d+\n.*Why\?/u)
  expect(await fileOf('The ledger.txt')).toContain('So tell me about the ledger.')
  const { recording, marks } = JSON.parse(await fileOf('The ledger.parolo.json')) as {
    readonly recording: object
    readonly marks: readonly object[]
  }
  expect(recording).toMatchObject({ durationMs: 10_000, cuts: [{ reason: 'pause' }] })
  expect(marks).toMatchObject([{ kind: 'cut', value: '{"reason":"filler"}' }])
  const whole = await run('export', 'The ledger', '--format', 'srt', '--stdout')
  expect(whole.stdout).toContain('Um,')
  // The sound is nowhere: text and captions are written all the same.
  expect((await run('export', 'The ledger', '--cut', '--format', 'mp3')).exitCode).toBe(1)
  expect((await run('export', '--all', '--cut')).exitCode).toBe(2)
  expect((await run('export', 'The ledger', '--cut', '--format', 'mp4')).exitCode).toBe(1)
})

it('export --cut writes lists of what is kept, which need --cut and are not taken for texts', async () => {
  await cut('--fillers', '--pauses', '1.2=0.6')
  const lists = 'cut-edl,cut-fcpxml,cut-otio,cut-labels'
  const words = [
    'export',
    'The ledger',
    '--cut',
    '--format',
    `srt,${lists}`,
    '--fps',
    '50',
    '--progress',
    'json',
  ]
  const exported = await run(...words)
  mustExit(exported, 0)
  expect(jsonLines(exported.stderr)).toMatchObject([
    { type: 'cut', count: 2 },
    ...['srt', ...lists.split(',')].map((format) => ({ type: 'written', format })),
  ])
  const labels = (await fileOf('The ledger.cut.txt')).split('\n').slice(0, -1)
  expect(labels).toHaveLength(3)
  const seconds = labels.map((line) => line.split('\t').map(Number))
  const otio = JSON.parse(await fileOf('The ledger.cut.otio')) as {
    readonly tracks: { readonly children: readonly { readonly children: readonly object[] }[] }
  }
  expect(otio.tracks.children.map(({ children }) => children)).toMatchObject([
    seconds.map(([from = 0]) => ({
      source_range: { start_time: { rate: 48_000, value: Math.round(from * 48_000) } },
    })),
  ])
  const [[, ,] = [], [from = 0] = []] = seconds
  expect(await fileOf('The ledger.cut.fcpxml')).toContain(`start="${Math.round(from * 50)}/50s"`)
  expect(await fileOf('The ledger.cut.edl')).toMatch(/^003 /mu)
  expect(jsonLines((await run(...words)).stderr)).toContainEqual(
    expect.objectContaining({ type: 'unchanged', format: 'cut-edl' }),
  )
  const without = await run('export', 'The ledger', '--format', 'cut-otio')
  expect(without.exitCode).toBe(2)
  expect(without.stderr).toContain('Add --cut.')
  expect((await run('export', '--all', '--format', 'cut-edl')).exitCode).toBe(2)
  for (const end of ['edl', 'fcpxml', 'otio', 'txt']) {
    const added = await run('add', `The ledger.cut.${end}`)
    expect(added.exitCode).toBe(1)
    expect(added.stderr).toContain('an edit list')
  }
})
