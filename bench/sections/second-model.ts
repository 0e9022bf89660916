import path from 'node:path'
import { compareModels } from '#core/doubt/compare-models'
import { findDoubts } from '#core/doubt/doubts'
import { comparedFeatures, errorFeatures } from '#core/doubt/error-estimate'
import { LIKELY } from '#core/doubt/order'
import type { DoubtReason } from '#core/doubt/reasons'
import { transcriptWords } from '#core/transcript/transcript'
import { type DoubtRecording, readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { judgeWords, type JudgedWord } from '../doubts/judged-words.ts'
import { type FeaturesOf, type Judged, leftOut } from '../doubts/left-out.ts'
import { judgeMissing } from '../doubts/missing-words.ts'
import { areaUnderCurve, countWrong, held } from '../doubts/ranking.ts'
import { SECOND_MODEL, withSecondTexts } from '../doubts/second-texts.ts'
import { transcribeAll } from '../doubts/transcribed.ts'
import { SECOND_OPINION } from '#studio/library/tables/results/second-opinions'
import { openStudio } from '#studio/studio'
import { inWorkFolder } from '../measure/work-folder.ts'
import { type Cell, percent, table } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** A word, and whether each list has it: without the second model, and with it. */
interface Listed extends JudgedWord {
  readonly isListedAlone: boolean
  readonly isListed: boolean
}

/** How much sharper the list to check is with a second model: agreement as a part of each word's estimate. */
export async function measureSecondModel(context: BenchContext): Promise<string> {
  const recordings = [...readOpenSet(needEvaldata(context)), ...readSamples()].filter(
    ({ language }) => language === SECOND_MODEL.language,
  )
  return inWorkFolder((folder) => reportSecondModel(recordings, folder, context.say))
}

/** @param folder as for `transcribeAll` */
async function reportSecondModel(
  recordings: readonly DoubtRecording[],
  folder: string,
  say: BenchContext['say'],
): Promise<string> {
  const made = await transcribeAll(recordings, [1], folder, say)
  const compared = await withSecondTexts(made, folder, say)
  const judged = compared.map((one): Judged => ({
    ...one,
    words: judgeWords(one.transcript, one.evidence, one.recording.reference),
  }))
  return [wordsReport(judged), estimatesReport(judged), missingReport(judged), await costReport(folder)].join(
    '\n\n',
  )
}

async function costReport(folder: string): Promise<string> {
  const studio = await openStudio(path.join(folder, 'library'))
  try {
    const costs = await studio.library.allRunCosts()
    const secondsAMinute = (kind: string): string => {
      const runs = costs.filter((run) => run.kind === kind)
      const cpuMs = runs.reduce((sum, run) => sum + run.cpuMs, 0)
      const soundMs = runs.reduce((sum, { details }) => sum + (details.soundMs ?? 0), 0)
      return ((cpuMs / soundMs) * 60).toFixed(1)
    }
    return `Processor time for a minute of sound, with the start of an engine for each short recording: ${secondsAMinute('transcribe')} s to
transcribe it, speakers included, ${secondsAMinute(SECOND_OPINION)} s to recognize it again.`
  } finally {
    await studio.close()
  }
}

/** Whether a word may be missing: the words beside it are not meant. */
const isAboutGap = (reason: DoubtReason): boolean =>
  reason.reason === 'speech-without-text' || ('between' in reason && reason.between)

function listedWords({ transcript, evidence, words }: Judged): Listed[] {
  const order = transcriptWords(transcript)
  const places = new Map(order.map(({ id }, index) => [id, index]))
  const listedBy = (known: typeof evidence): ReadonlySet<string> =>
    new Set(
      findDoubts(transcript, known).likely.flatMap(({ fromWordId, toWordId, reasons }) =>
        reasons.every(isAboutGap)
          ? []
          : order.slice(places.get(fromWordId), (places.get(toWordId) ?? -1) + 1).map(({ id }) => id),
      ),
    )
  const [alone, both] = [listedBy({ ...evidence, opinions: [] }), listedBy(evidence)]
  return words.map((judged) => ({
    ...judged,
    isListedAlone: alone.has(judged.word.id),
    isListed: both.has(judged.word.id),
  }))
}

function wordsReport(judged: readonly Judged[]): string {
  const words = judged.flatMap(listedWords)
  const wrong = words.filter(({ isWrong }) => isWrong).length
  const ways: readonly (readonly [string, (word: Listed) => boolean])[] = [
    ['the second model agrees', ({ traits }) => traits.model === 'agrees'],
    ['the second model differs', ({ traits }) => traits.model === 'differs'],
    ['the list to check without it', ({ isListedAlone }) => isListedAlone],
    ['the list to check with it', ({ isListed }) => isListed],
  ]
  const rows = ways.map(([name, is]): Cell[] => {
    const some = words.filter(is)
    const its = some.filter(({ isWrong }) => isWrong).length
    return [
      name,
      some.length,
      its,
      percent(its / Math.max(1, some.length)),
      percent(its / Math.max(1, wrong)),
    ]
  })
  return `English recordings of the open set and the samples, recognized by the embedded model and all again by ${SECOND_MODEL.name}, as in
idle time: one pass, word times spread over the speech. Places where only a word may be missing are not counted here. ${words.length} words, ${wrong} of them wrong.

${table(['words where', 'words', 'of them wrong', 'wrong of these', 'of all wrong words'], rows)}`
}

function estimatesReport(judged: readonly Judged[]): string {
  const ways: readonly (readonly [string, FeaturesOf])[] = [
    ['without the second model', errorFeatures],
    ['with it', comparedFeatures],
  ]
  const rows = ways.map(([name, featuresOf]): Cell[] => {
    const estimate = leftOut(judged, featuresOf)
    const words = judged.flatMap(({ words: its, recording }) =>
      its.map((word) => ({ estimate: estimate(word, recording), isWrong: word.isWrong })),
    )
    const flagged = words.filter((word) => word.estimate >= LIKELY)
    return [
      name,
      areaUnderCurve(words).toFixed(3),
      percent(held(words, 0.1)),
      percent(held(words, 0.25)),
      flagged.length,
      percent(countWrong(flagged) / Math.max(1, flagged.length)),
      percent(countWrong(flagged) / Math.max(1, countWrong(words))),
    ]
  })
  return `Each word's estimate, fitted without the recording that it judges, all words in the order of it: area under the curve, and the share of
all wrong words that the first part of the list holds.

${table(['estimate', 'area', 'first 10 %', 'first 25 %', 'flagged', 'wrong of flagged', 'flagged of wrong'], rows)}`
}

function missingReport(judged: readonly Judged[]): string {
  const found = judged.flatMap(({ transcript, evidence, recording }) =>
    compareModels(transcript, evidence).flatMap(({ differences }) =>
      judgeMissing(transcript, differences, recording.reference),
    ),
  )
  const right = found.filter(Boolean).length
  return `Where only the second model has words, one was missing in ${right} of ${found.length} places (${percent(right / found.length)}).`
}
