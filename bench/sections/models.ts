import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { DEFAULT_MODELS, type Model } from '#studio/models/model-store'
import { makeMoonshineFolder } from '#studio/models/testing/moonshine'
import { modelStore } from '#studio/studio'
import { type EvalRecording, readRecordings } from '../evaldata/recordings.ts'
import { joinRecordings } from '../measure/joined-recording.ts'
import { runParolo } from '../measure/parolo.ts'
import type { MeasuredRun } from '../measure/run-measured.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { libraryWith, recognizeWithMoreCare, spokenBy, transcribeWithModel } from '../outputs/models.ts'
import { libraryOf } from '../outputs/ours.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import {
  installedFasterWhisper,
  type PeerInstallation,
  runFasterWhisper,
  VERSION,
} from '../peers/faster-whisper.ts'
import { scoreWords } from '../report/error-tables.ts'
import { megabytes, percent, seconds, table } from '../report/table.ts'
import { addWordErrors, errorCount } from '../scoring/word-errors.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** The measurements of one recognizer. */
interface Measured {
  readonly outputs: ProgramOutputs
  /** Its recordings. */
  readonly recordings: readonly EvalRecording[]
  /** Recordings of one language as one file, metered; null: not measured separately. */
  readonly run: { readonly soundSeconds: number; readonly took: MeasuredRun } | null
}

/**
 * Every available recognizer on the same recordings: the embedded one, the same with two passes everywhere,
 * Moonshine tiny from its npm package, those in the library named by `PAROLO_HOME`, and faster-whisper on the
 * embedded one's weights if `--peers` has installed it.
 */
export async function measureModels(context: BenchContext): Promise<string> {
  const recordings = readRecordings(needEvaldata(context)).filter(({ path: file }) => existsSync(file))
  return inWorkFolder(async (folder) => {
    const measured: Measured[] = []
    for (const model of await recognizersHere(folder)) {
      const own = spokenBy(model, recordings)
      if (own.length === 0) continue
      context.say(`  ${model.entry.name} on ${own.length} recordings …`)
      const place = path.join(folder, `run-${model.entry.id}`)
      await mkdir(place)
      const outputs = await transcribeWithModel(model, own, place)
      measured.push({ outputs, recordings: own, run: await meteredRun(model, own, folder) })
      if (!model.embedded) continue
      context.say('  and with two passes everywhere …')
      const careful = await recognizeWithMoreCare(model, own, place)
      measured.push({ outputs: careful, recordings: own, run: null })
    }
    const peer = installedFasterWhisper()
    if (peer !== null) {
      context.say(`  faster-whisper on ${recordings.length} recordings …`)
      measured.push(await measurePeer(peer, recordings, folder))
    }
    return report(measured, peer !== null)
  })
}

/** The embedded one first. */
async function recognizersHere(folder: string): Promise<Model[]> {
  const here = (await modelStore(process.env.PAROLO_HOME ?? path.join(folder, 'none')).list()).filter(
    ({ entry }) => entry.role === 'recogniser',
  )
  const isEmbedded = ({ entry }: Model): boolean => entry.id === DEFAULT_MODELS.recognizer
  const moonshine = here.some(({ entry }) => entry.id === 'moonshine-tiny')
    ? []
    : [await modelStore(path.join(folder, 'moonshine')).add(await makeMoonshineFolder(folder))]
  return [...here.filter(isEmbedded), ...here.filter((model) => !isEmbedded(model)), ...moonshine]
}

/**
 * The English recordings, or those in the model's first language, as one file: from the command's start to
 * its exit.
 */
async function meteredRun(
  model: Model,
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<Measured['run']> {
  const { language, joined } = await joinedOf(recordings, folder)
  const place = path.join(folder, `${model.entry.id}-speed`)
  await libraryWith(place, model)
  const took = await runParolo([joined.file], {
    data: libraryOf(place),
    out: path.join(place, 'out'),
    language,
    model: model.entry.id,
    metered: true,
  })
  return { soundSeconds: joined.seconds, took }
}

async function joinedOf(recordings: readonly EvalRecording[], folder: string) {
  const language = recordings.some((one) => one.language === 'en') ? 'en' : (recordings[0]?.language ?? 'en')
  const own = recordings.filter((one) => one.language === language)
  const files = own.map(({ path: file }) => file)
  return { language, joined: await joinRecordings(files, folder, `all-${language}`) }
}

async function measurePeer(
  peer: PeerInstallation,
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<Measured> {
  const { run, of } = await runFasterWhisper(peer, recordings, { wordTimes: false, metered: false })
  const { language, joined } = await joinedOf(recordings, folder)
  const jobs = [{ name: 'joined', path: joined.file, language }]
  const alone = await runFasterWhisper(peer, jobs, { wordTimes: true, metered: true })
  return {
    outputs: {
      program: `faster-whisper ${VERSION}, Whisper base`,
      of: new Map([...of].map(([name, { text }]) => [name, { text, words: [], turns: null }])),
      seconds: run.seconds,
    },
    recordings,
    run: { soundSeconds: joined.seconds, took: alone.run },
  }
}

function report(measured: readonly Measured[], hasPeer: boolean): string {
  const languages = [
    ...new Set(measured.flatMap(({ recordings }) => recordings.map(({ language }) => language))),
  ].sort()
  const errorRows = measured.map(({ outputs, recordings }) => {
    const scores = scoreWords(recordings, outputs)
    const share = (its: readonly EvalRecording[]): string => {
      if (its.length === 0) return '–'
      const sum = addWordErrors(its.map(({ name }) => scores.get(name)).filter((one) => one !== undefined))
      return `${errorCount(sum)} of ${sum.words} = ${percent(errorCount(sum) / sum.words)}`
    }
    return [
      outputs.program,
      ...languages.map((language) => share(recordings.filter((one) => one.language === language))),
      share(recordings),
    ]
  })
  const runRows = measured.flatMap(({ outputs, run }) =>
    run === null
      ? []
      : [
          [
            outputs.program,
            `${run.soundSeconds.toFixed(0)} s`,
            seconds(run.took.seconds),
            (run.took.seconds / run.soundSeconds).toFixed(3),
            run.took.cpuSeconds === null ? '–' : seconds(run.took.cpuSeconds),
            megabytes(run.took.peakBytes),
          ],
        ],
  )
  const careful = measured.find(({ run }) => run === null)
  return `Errors = share of the reference's words; the language is given, and a model gets only recordings in languages that it is known to
speak. More care: two passes everywhere, also where the first is sure; it took ${seconds(careful?.outputs.seconds ?? 0)} after the first text of the same
recordings. ${hasPeer ? 'faster-whisper has the very weights of the embedded model (int8, beam 5).' : 'faster-whisper is left out: `npm run bench -- --peers` installs it.'}
Of other Whisper models the package registry has no weights that it reads.

${table(['', ...languages, 'all that it was given'], errorRows)}

Time and memory, from the command's start to its exit, with speakers and word times (faster-whisper tells no speakers):

${table(['', 'sound', 'took', 'real-time factor', 'CPU time', 'peak memory'], runRows)}`
}
