import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { comparedFeatures, errorFeatures } from '#core/doubt/error-estimate'
import type { WordTraits } from '#core/doubt/word-traits'
import { findEvaldata } from '../evaldata/find.ts'
import { readOpenSet, readSamples } from './doubt-recordings.ts'
import { type JudgedWord, judgeWords } from './judged-words.ts'
import { type Example, fitLogistic } from './logistic.ts'
import { withSecondTexts } from './second-texts.ts'
import { type Transcribed, transcribeAll } from './transcribed.ts'

const USAGE = `npm run fit-doubts -- FOLDER
Transcribes the open set and the samples at two speeds in FOLDER, the English ones with a second model too (what is
there already is kept), and prints the constants of core/doubt/error-estimate.ts.
`
/** A second variant of each recording: other chunks, other errors. */
const SPEEDS = [1, 1.05]

async function main([folder]: readonly string[]): Promise<number> {
  const evaldata = findEvaldata()
  if (folder === undefined || evaldata === null) {
    process.stderr.write(folder === undefined ? USAGE : 'The recordings with references are not there.\n')
    return 2
  }
  await mkdir(folder, { recursive: true })
  const recordings = [...readOpenSet(evaldata), ...readSamples()]
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const made = await transcribeAll(recordings, SPEEDS, path.resolve(folder), say)
  const words = judged(made)
  const doubt = words.reduce((sum, { word }) => sum + 1 - (word.confidence ?? 1), 0) / words.length
  const compared = judged(await withSecondTexts(made, path.resolve(folder), say)).filter(
    ({ traits }) => traits.model !== 'unread',
  )
  const wrongOf = (agreement: WordTraits['model']): string => {
    const its = compared.filter(({ traits }) => traits.model === agreement)
    return `${its.filter(({ isWrong }) => isWrong).length} of ${its.length}`
  }
  process.stdout.write(
    [
      `${made.length} transcripts`,
      ...fitted('ALONE', words, errorFeatures),
      `OVERALL_DOUBT = ${doubt.toFixed(2)}`,
      ...fitted('COMPARED', compared, comparedFeatures),
      `wrong where the second model differs: ${wrongOf('differs')}, where it agrees: ${wrongOf('agrees')}`,
      '',
    ].join('\n'),
  )
  return 0
}

const judged = (made: readonly Transcribed[]): JudgedWord[] =>
  made.flatMap(({ transcript, evidence, recording }) => judgeWords(transcript, evidence, recording.reference))

function fitted(
  name: string,
  words: readonly JudgedWord[],
  featuresOf: (traits: WordTraits) => readonly number[] | null,
): string[] {
  const examples = words.flatMap(({ traits, isWrong }): Example[] => {
    const features = featuresOf(traits)
    return features === null ? [] : [{ features, isTrue: isWrong }]
  })
  const [constant = 0, ...weights] = fitLogistic(examples).map((weight) => Math.round(weight * 100) / 100)
  const wrong = examples.filter(({ isTrue }) => isTrue).length
  return [
    `${name}: ${examples.length} words, ${wrong} of them wrong`,
    `  constant: ${constant}`,
    `  weights: [${weights.join(', ')}]`,
  ]
}

process.exitCode = await main(process.argv.slice(2))
