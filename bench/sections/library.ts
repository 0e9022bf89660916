import { OtherLibraries } from '#studio/libraries/other-libraries'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { json } from '#core/formats/json/json'
import type { TranscriptDocument } from '#core/transcript/document'
import { makeRouter } from '#studio/api/router'
import { studioApi } from '#studio/api/studio-api'
import { ImportStore } from '#studio/imports/import-store'
import { JobRunner } from '#studio/queue/job-runner'
import { Recorder } from '#studio/recording/recorder'
import { openStudio } from '#studio/studio'
import { median } from '../editor/statistics.ts'
import { fillLibrary, syntheticDocument } from '../library/fill-library.ts'
import { medianSeconds, runCommand } from '../measure/run-command.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, seconds, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const LISTED = 3_000
const RECORDINGS = 10_000
const WORDS_EACH = 1_000
const ADDED = 1_000
const CALLS = 15
const COMMON_WORD = 'the'
const RARE_WORDS = 'meeting 4711'

type Row = readonly [what: string, measured: string, aim: string, isMet: string]

/** A library after years of use: the calls of the page and the command line. */
export function measureLibrary({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    const data = path.join(folder, 'library')
    const empty = path.join(folder, 'empty')
    say(`  ${LISTED} recordings`)
    fillLibrary(data, 0, LISTED, WORDS_EACH)
    say('  the command line')
    const rows = await commandRows(data, empty)
    say(`  ${RECORDINGS} recordings`)
    const startedAt = performance.now()
    fillLibrary(data, LISTED, RECORDINGS, WORDS_EACH)
    const fillSeconds = (performance.now() - startedAt) / 1_000
    say('  calls')
    const calls = await callRows(data)
    say(`  adding ${ADDED} transcripts`)
    const files = await writeTranscripts(path.join(folder, 'files'))
    const added = await addRows(files, empty, data)
    return [
      `${count(RECORDINGS)} recordings of ${count(WORDS_EACH)} words, 3 speakers and 25 paragraphs: ${count(RECORDINGS * WORDS_EACH)} words. They are put in by`,
      "the library's own function for an imported transcript, in this thread and many a transaction (the last",
      `${count(RECORDINGS - LISTED)} in ${seconds(fillSeconds)}). Calls: through the router, median of ${CALLS}, the first beside it. Commands: from start`,
      'to exit, median of three; start-up is the same command on an empty library.',
      '',
      table(['what', 'measured', 'aim at most', ''], [...calls, ...rows, ...added]),
    ].join('\n')
  })
}

async function callRows(data: string): Promise<Row[]> {
  const studio = await openStudio(data)
  const onError = (error: unknown): never => {
    throw error
  }
  const runner = new JobRunner(studio.library, [], { onError, onUnloggedChange: () => undefined })
  const imports = new ImportStore(studio)
  const recorder = new Recorder({
    ...studio,
    codec: () => Promise.resolve('flac'),
    onError,
  })
  const router = makeRouter(
    studioApi({
      studio,
      runner,
      imports,
      recorder,
      besideWriter: { write: () => Promise.resolve() },
      others: new OtherLibraries(),
      onError,
      onDeleted: () => undefined,
    }),
  )
  const options = { signal: new AbortController().signal, language: 'en' as const, local: true }
  const timed = async (name: string, input: (run: number) => unknown): Promise<number[]> => {
    const took: number[] = []
    for (let run = 0; run < CALLS; run += 1) {
      const startedAt = performance.now()
      await router.answer(name, input(run), options)
      took.push(performance.now() - startedAt)
    }
    return took
  }
  try {
    const ids = await studio.library.listedRecordings(
      { filter: 'all', sort: 'oldest', tag: null },
      RECORDINGS,
    )
    const list = await timed('recordings.list', () => ({}))
    const get = await timed('recordings.get', (run) => ({
      recordingId: ids[(run * 613) % ids.length] ?? '',
    }))
    const common = await timed('recordings.search', () => ({ words: COMMON_WORD, limit: 500 }))
    const rare = await timed('recordings.search', () => ({ words: RARE_WORDS, limit: 500 }))
    return [
      callRow('first page of recordings.list', list, 50),
      callRow('one card, recordings.get', get, 5),
      callRow(`recordings.search, “${COMMON_WORD}”`, common, 200),
      callRow(`recordings.search, “${RARE_WORDS}”`, rare, 200),
    ]
  } finally {
    await studio.close()
  }
}

function callRow(what: string, took: readonly number[], aimMs: number): Row {
  const ms = median(took)
  const first = took[0] ?? Number.NaN
  return [what, `${ms.toFixed(1)} ms (first ${first.toFixed(0)} ms)`, `${aimMs} ms`, met(ms <= aimMs)]
}

async function commandRows(data: string, empty: string): Promise<Row[]> {
  // The first start creates the empty library and compiles the program.
  await runCommand(['list', '--data', empty])
  const rowOf = async (name: string, words: readonly string[], aim: number): Promise<Row> => {
    const startUp = await medianSeconds([...words, '--data', empty])
    const above = (await medianSeconds([...words, '--data', data])) - startUp
    const measured = `${seconds(Math.max(0, above))} above start-up (${seconds(startUp)})`
    return [`${name}, ${count(LISTED)} recordings`, measured, seconds(aim), met(above <= aim)]
  }
  return [
    await rowOf('parolo list', ['list'], 1),
    await rowOf(`parolo search ${COMMON_WORD}`, ['search', COMMON_WORD], 0.5),
  ]
}

async function writeTranscripts(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (let number = RECORDINGS; number < RECORDINGS + ADDED; number += 1) {
    const file = path.join(folder, `meeting-${number}.parolo.json`)
    await writeFile(file, textOf(syntheticDocument(number, WORDS_EACH)))
    files.push(file)
  }
  return files
}

function textOf(document: TranscriptDocument): string {
  const written = json.write?.(document, { speakerLabel: (number) => `Speaker ${number}` })
  if (written === undefined) throw new Error('the lossless format is not written')
  return written.text
}

async function addRows(files: readonly string[], empty: string, full: string): Promise<Row[]> {
  const aim = 60
  const rows: Row[] = []
  for (const [data, where] of [
    [empty, 'an empty library'],
    [full, `${count(RECORDINGS)} recordings`],
  ] as const) {
    const took = (await runCommand(['add', ...files, '--data', data])).seconds
    rows.push([
      `parolo add of ${count(ADDED)} .parolo.json to ${where}`,
      seconds(took),
      seconds(aim),
      met(took <= aim),
    ])
  }
  return rows
}

const count = (value: number): string => value.toLocaleString('en')
