import { findDoubts } from '#core/doubt/doubts'
import { errorFeatures, estimateError } from '#core/doubt/error-estimate'
import { LIKELY } from '#core/doubt/order'
import type { Doubt } from '#core/doubt/reasons'
import { type DoubtRecording, readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { judgeWords, type JudgedWord } from '../doubts/judged-words.ts'
import { type Judged, leftOut } from '../doubts/left-out.ts'
import { countWrong, held, type RankedWord } from '../doubts/ranking.ts'
import { transcribeAll } from '../doubts/transcribed.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, percent, table } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/**
 * Aims: places per minute on the two sample conversations and the meeting; share in the first quarter of the
 * list.
 */
const MAX_PLACES_PER_MINUTE = 2
const AIMED_SAMPLES = ['conversation-en', 'conversation-fr', 'meeting-en']
const FIRST_QUARTER_HOLDS = 0.5

type Estimate = (word: JudgedWord, recording: DoubtRecording) => number

/** How well doubts point at wrong words, compared with the model's bands alone. */
export async function measureDoubts(context: BenchContext): Promise<string> {
  const openSet = readOpenSet(needEvaldata(context))
  const recordings = [...openSet, ...readSamples()]
  return inWorkFolder(async (folder) => {
    const made = await transcribeAll(recordings, [1], folder, context.say)
    const judged = made.map((one): Judged => ({
      ...one,
      words: judgeWords(one.transcript, one.evidence, one.recording.reference),
    }))
    return `${wordsReport(judged, openSet)}\n\n${placesReport(judged)}`
  })
}

function wordsReport(judged: readonly Judged[], openSet: readonly DoubtRecording[]): string {
  const isOpen = ({ recording }: Judged): boolean => openSet.includes(recording)
  const open = judged.filter(isOpen)
  const groups = [
    { name: 'open set', its: open },
    { name: 'its hard files (meetings, phone)', its: open.filter(({ recording }) => recording.isHard) },
    { name: 'samples', its: judged.filter((one) => !isOpen(one)) },
  ]
  const ways: readonly { readonly name: string; readonly estimate: Estimate }[] = [
    { name: 'estimate', estimate: (word) => estimateError(word.traits) ?? 0 },
    { name: 'the same, fitted without the recording', estimate: leftOut(judged, errorFeatures) },
    { name: 'bands alone', estimate: ({ word }) => 1 - (word.confidence ?? 1) },
  ]
  const rows = groups.flatMap(({ name, its }) =>
    ways.map((way) => {
      const words = scored(its, way.estimate)
      // With bands alone, everything but the surest was underlined.
      const flagged = words.filter(({ estimate }) => estimate >= (way.name === 'bands alone' ? 0.1 : LIKELY))
      const wrong = countWrong(words)
      return [
        name,
        way.name,
        words.length,
        wrong,
        flagged.length,
        percent(countWrong(flagged) / Math.max(1, flagged.length)),
        percent(countWrong(flagged) / Math.max(1, wrong)),
        percent(held(words, 0.1)),
        percent(held(words, 0.25)),
      ]
    }),
  )
  const [hard] = groups.slice(1)
  const share = held(scored(hard?.its ?? [], leftOut(judged, errorFeatures)), 0.25)
  return `### Words

Wrong: another word in the alignment with the fewest errors, or none; words that are missing are no words of the list.
The list has all words, the likeliest errors first; “first 10 %” is the share of all wrong words that its first tenth
holds. The estimate's numbers are fitted on these recordings (\`npm run fit-doubts\`), so the second line, fitted without
the recording that it judges, is the fair one.

${table(
  [
    'recordings',
    'by',
    'words',
    'wrong',
    'flagged',
    'wrong of flagged',
    'flagged of wrong',
    'first 10 %',
    'first 25 %',
  ],
  rows,
)}

On the hard files the first quarter of the list holds ${percent(share)} of the wrong words; aim at least
${percent(FIRST_QUARTER_HOLDS)}: ${met(share >= FIRST_QUARTER_HOLDS)}.`
}

const isLikely = ({ estimate }: Pick<Doubt, 'estimate'>): boolean => estimate >= LIKELY

function placesReport(judged: readonly Judged[]): string {
  const rows = AIMED_SAMPLES.flatMap((name) => {
    const one = judged.find(({ recording }) => recording.name === name)
    if (one === undefined) return []
    const { all, likely } = findDoubts(one.transcript, one.evidence)
    const minutes = one.recording.seconds / 60
    const perMinute = likely.length / minutes
    const wrong = one.words.filter(({ isWrong }) => isWrong).length
    return [
      [
        name,
        minutes.toFixed(1),
        wrong,
        all.length,
        likely.filter(isLikely).length,
        perMinute.toFixed(1),
        met(perMinute <= MAX_PLACES_PER_MINUTE),
      ],
    ]
  })
  return `### Places

What the list shows; aim at most ${MAX_PLACES_PER_MINUTE} places a minute.

${table(['recording', 'minutes', 'wrong words', 'all doubts', 'places', 'a minute', 'aim'], rows)}`
}

function scored(its: readonly Judged[], estimate: Estimate): RankedWord[] {
  return its.flatMap(({ words, recording }) =>
    words.map((word) => ({ estimate: estimate(word, recording), isWrong: word.isWrong })),
  )
}
