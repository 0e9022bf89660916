import { findDoubts } from '#core/doubt/doubts'
import { likelyParts } from '#core/doubt/likely-parts'
import { findDifferences } from '#core/second-opinion/find-differences'
import type { Opinion } from '#core/second-opinion/opinion'
import { transcriptWords } from '#core/transcript/transcript'
import { makeMoonshineFolder } from '#studio/models/testing/moonshine'
import { openStudio, type Studio } from '#studio/studio'
import { readOpenSet, readSamples } from '../doubts/doubt-recordings.ts'
import { judgeWords, type JudgedWord } from '../doubts/judged-words.ts'
import { type Transcribed, transcribeAll } from '../doubts/transcribed.ts'
import { secondText } from '../measure/second-text.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { percent, table } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** A word, whether it is wrong, and where it was found. */
interface Found extends JudgedWord {
  readonly isListed: boolean
  /**
   * The second model has another word, or none: when it recognized everything, and when only unsure parts.
   */
  readonly differsIfAll: boolean
  readonly differsIfUnsure: boolean
}

/** How many of the wrong words a second model finds, compared with the list to check. */
export async function measureSecondModel(context: BenchContext): Promise<string> {
  const recordings = [...readOpenSet(needEvaldata(context)), ...readSamples()].filter(
    ({ language }) => language === 'en',
  )
  return inWorkFolder(async (folder) => {
    const made = await transcribeAll(recordings, [1], folder, context.say)
    const studio = await openStudio(`${folder}/library`)
    try {
      const { entry } = await studio.models.add(await makeMoonshineFolder(folder))
      const found: Found[] = []
      for (const one of made) {
        context.say(`  ${one.recording.name} by ${entry.name} …`)
        found.push(...(await foundIn(studio, one, entry.id)))
      }
      return report(found, entry.name)
    } finally {
      await studio.close()
    }
  })
}

async function foundIn(studio: Studio, one: Transcribed, model: string): Promise<Found[]> {
  const { transcript, evidence, recording } = one
  const all = await secondText(studio, transcript, { model, language: 'en', careful: false })
  const unsure = likelyParts(transcript, evidence)
  const differing = (opinion: Opinion): ReadonlySet<string> =>
    new Set(findDifferences(transcript, opinion).flatMap(({ now }) => now.map(({ id }) => id)))
  const ifAll = differing(all)
  // The same text, counting only what touches an unsure place.
  const ifUnsure = differing({ ...all, wanted: unsure })
  const words = transcriptWords(transcript)
  const places = new Map(words.map(({ id }, index) => [id, index]))
  const listed = new Set<string>()
  for (const { fromWordId, toWordId } of findDoubts(transcript, evidence).likely) {
    const [from, to] = [places.get(fromWordId) ?? 0, places.get(toWordId) ?? -1]
    for (const { id } of words.slice(from, to + 1)) listed.add(id)
  }
  return judgeWords(transcript, evidence, recording.reference).map((judged) => ({
    ...judged,
    isListed: listed.has(judged.word.id),
    differsIfAll: ifAll.has(judged.word.id),
    differsIfUnsure: ifUnsure.has(judged.word.id),
  }))
}

function report(found: readonly Found[], model: string): string {
  const wrong = found.filter(({ isWrong }) => isWrong).length
  const ways: readonly (readonly [string, (word: Found) => boolean])[] = [
    ['the list to check', ({ isListed }) => isListed],
    ['the second model differs, everything recognized again', ({ differsIfAll }) => differsIfAll],
    ['… of these, at places of the list', ({ differsIfAll, isListed }) => differsIfAll && isListed],
    ['… of these, elsewhere', ({ differsIfAll, isListed }) => differsIfAll && !isListed],
    ['the second model differs, only the list recognized again', ({ differsIfUnsure }) => differsIfUnsure],
    ['it agrees at places of the list', ({ isListed, differsIfAll }) => isListed && !differsIfAll],
  ]
  const rows = ways.map(([name, is]) => {
    const some = found.filter(is)
    const right = some.filter(({ isWrong }) => isWrong).length
    return [
      name,
      some.length,
      right,
      percent(right / Math.max(1, some.length)),
      percent(right / Math.max(1, wrong)),
    ]
  })
  return `English recordings of the open set and the samples, recognized by the embedded model and again by ${model}:
${found.length} words, ${wrong} of them wrong. In idle time only the places of the list are recognized again.

${table(['words where', 'words', 'of them wrong', 'wrong of these', 'of all wrong words'], rows)}`
}
