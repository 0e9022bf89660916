import type { EvalRecording } from '../evaldata/recordings.ts'
import { type RecognizedRecording, lossStages, type LossStage, lostWords } from '../scoring/lost-words.ts'
import type { TimedWord } from '../scoring/word-starts.ts'
import { table } from './table.ts'

/** Words missing in the text, by the stage that lost them; for recordings whose words have times. */
export function lostTable(
  recordings: readonly EvalRecording[],
  wordTimes: ReadonlyMap<string, readonly TimedWord[]>,
  recognized: ReadonlyMap<string, RecognizedRecording>,
): string {
  const timed = recordings.filter(({ name }) => wordTimes.has(name) && recognized.has(name))
  const rows = [...Map.groupBy(timed, ({ kind }) => kind)].map(([kind, its]) => {
    const sums = new Map<LossStage, number>()
    for (const { name } of its) {
      const lost = lostWords(wordTimes.get(name) ?? [], recognized.get(name) as RecognizedRecording)
      for (const [stage, count] of lost) sums.set(stage, (sums.get(stage) ?? 0) + count)
    }
    const words = its.reduce((sum, { name }) => sum + (wordTimes.get(name)?.length ?? 0), 0)
    return [kind, words, ...lossStages.map((stage) => sums.get(stage) ?? 0)]
  })
  return table(['kind', 'words', ...lossStages], rows)
}
