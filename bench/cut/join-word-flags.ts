import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { JoinWord } from '#core/cut/joins-to-recognize'
import { faultsAt } from '#studio/recognition/joins/check-joins'
import { JobEngines } from '#studio/recognition/job-engines'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { openStudio } from '#studio/studio'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { projectRoot } from '../project-root.ts'
import { percent, table } from '../report/table.ts'
import { type KnownWord, type PlacedCut, placedCuts } from './placed-cuts.ts'

const SPEECH = [
  { file: 'resources/samples/conversation-en', language: 'en', share: 0.2 },
  { file: 'resources/samples/conversation-fr', language: 'fr', share: 0.2 },
  { file: 'fixtures/speech/meeting-en', language: 'en', share: 0.4 },
  { file: 'fixtures/speech/one-voice-20s-en', language: 'en', share: 0.1 },
  { file: 'fixtures/speech/one-voice-20s-fr', language: 'fr', share: 0.1 },
] as const
const CUTS_EACH = 100
const AROUND_MS = 6_000
const AT_ONCE = 2

interface Facts {
  readonly durationMs: number
  readonly words: readonly KnownWord[]
}

interface JudgedCut {
  readonly cut: PlacedCut
  /** Places of words. */
  readonly clipped: readonly number[]
  readonly heard: readonly number[]
}

/**
 * Cuts in made-up speech whose words have known times, placed well, clipping a word, or leaving most of one: how many flags are
 * right, and how many faults are flagged.
 */
export async function joinWordsReport(folder: string, say: (line: string) => void): Promise<string> {
  const judged = await judgeAll(folder, say)
  const rows = [true, false].flatMap((isInPauses) => {
    const own = judged.filter(({ cut }) => cut.isInPauses === isInPauses)
    const where = isInPauses ? 'in pauses' : 'in running speech'
    return [
      rowOf(`“may clip”, ${where}`, own, 'clipping', ({ clipped }) => clipped),
      rowOf(`“is still heard”, ${where}`, own, 'leftover', ({ heard }) => heard),
    ]
  })
  return [
    `${judged.length} cuts in the same speech, placed by its known word times: half of them between words, a quarter without 50 to`,
    '90 % of a kept word beside them, a quarter with 75 to 100 % of a cut word at an end; those words last 150 ms at least. In running speech words follow one',
    'another without a pause, and their times are right to ±25 ms only: there cuts between words may clip as well.',
    'What counts as a fault was chosen on other cuts in these same recordings, so these figures flatter it.',
    '',
    table(
      ['flag', 'right', 'of', 'share', 'faults found', 'of', 'share', 'well placed, flagged', 'of'],
      rows,
    ),
  ].join('\n')
}

function rowOf(
  name: string,
  judged: readonly JudgedCut[],
  placing: PlacedCut['placing'],
  flagsOf: (one: JudgedCut) => readonly number[],
): (string | number)[] {
  const flagged = judged.filter((one) => flagsOf(one).length > 0)
  const right = flagged.filter(
    (one) => one.cut.placing === placing && one.cut.faulty !== null && flagsOf(one).includes(one.cut.faulty),
  )
  const faults = judged.filter(({ cut }) => cut.placing === placing)
  const well = judged.filter(({ cut }) => cut.placing === 'well')
  return [
    name,
    right.length,
    flagged.length,
    percent(right.length / flagged.length),
    right.length,
    faults.length,
    percent(right.length / faults.length),
    flagged.filter(({ cut }) => cut.placing === 'well').length,
    well.length,
  ]
}

async function judgeAll(folder: string, say: (line: string) => void): Promise<JudgedCut[]> {
  const studio = await openStudio(path.join(folder, 'joins'))
  const engines = new JobEngines({ cores: AT_ONCE, startEngine: studio.startEngine })
  let state = 4_711
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const judged: JudgedCut[] = []
  try {
    const recognizer = await studio.models.find(DEFAULT_MODELS.recognizer)
    await studio.models.ensureVerified(recognizer)
    for (const { file, language, share } of SPEECH) {
      const source = path.join(projectRoot, file)
      const { words, durationMs } = JSON.parse(await readFile(`${source}.json`, 'utf8')) as Facts
      const pcm = path.join(folder, 'joins.pcm')
      await decodeToPcm(`${source}.opus`, pcm)
      const link = await engines.words(recognizer, language)
      const cuts = [true, false].flatMap((isInPauses) =>
        placedCuts(words, { isInPauses, count: Math.round(CUTS_EACH * share), random }),
      )
      say(`  ${cuts.length} joins of ${path.basename(file)}`)
      const signal = new AbortController().signal
      const whole = { startMs: 0, endMs: durationMs }
      let next = 0
      const listen = async (scratch: string): Promise<void> => {
        for (let cut = cuts[next]; cut !== undefined; cut = cuts[next]) {
          next += 1
          const join = { key: '', startMs: cut.startMs, endMs: cut.endMs, words: wordsAround(words, cut) }
          const { clipped, heard } = await faultsAt(
            join,
            { recognizer: { link, signal }, pcm, whole },
            scratch,
          )
          judged.push({ cut, clipped: clipped.map(Number), heard: heard.map(Number) })
        }
      }
      await Promise.all([listen(`${pcm}.0`), listen(`${pcm}.1`)])
    }
  } finally {
    await engines.close()
    await studio.close()
  }
  return judged
}

/** What is cut is known, wherever the edges are. Words' ids are their places. */
const wordsAround = (words: readonly KnownWord[], { from, to, startMs, endMs }: PlacedCut): JoinWord[] =>
  words.flatMap((word, place): JoinWord[] => {
    if (word.endMs < startMs - AROUND_MS || word.startMs > endMs + AROUND_MS) return []
    const side = place < from ? 'before' : place <= to ? 'cut' : 'after'
    const { text, startMs: fromMs, endMs: toMs } = word
    return [{ id: String(place), text, startMs: fromMs, endMs: toMs, side, isStruck: side === 'cut' }]
  })
