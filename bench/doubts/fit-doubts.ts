import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { errorFeatures } from '#core/doubt/error-estimate'
import { findEvaldata } from '../evaldata/find.ts'
import { readOpenSet, readSamples } from './doubt-recordings.ts'
import { judgeWords } from './judged-words.ts'
import { type Example, fitLogistic } from './logistic.ts'
import { transcribeAll } from './transcribed.ts'

const USAGE = `npm run fit-doubts -- FOLDER
Transcribes the open set and the samples at two speeds in FOLDER (what is there already is kept), and prints the
constants of core/doubt/error-estimate.ts.
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
  const words = made.flatMap(({ transcript, evidence, recording }) =>
    judgeWords(transcript, evidence, recording.reference),
  )
  const examples = words.flatMap(({ traits, isWrong }): Example[] => {
    const features = errorFeatures(traits)
    return features === null ? [] : [{ features, isTrue: isWrong }]
  })
  const [constant = 0, ...weights] = fitLogistic(examples).map((weight) => Math.round(weight * 100) / 100)
  const wrong = examples.filter(({ isTrue }) => isTrue).length
  const doubt = words.reduce((sum, { word }) => sum + 1 - (word.confidence ?? 1), 0) / words.length
  process.stdout.write(
    [
      `${examples.length} words, ${wrong} of them wrong, of ${made.length} transcripts`,
      `CONSTANT = ${constant}`,
      `WEIGHTS = [${weights.join(', ')}]`,
      `ALONE = ${doubt.toFixed(2)}`,
      '',
    ].join('\n'),
  )
  return 0
}

process.exitCode = await main(process.argv.slice(2))
