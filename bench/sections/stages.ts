import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { tmpdir } from 'node:os'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import { modelStore, openStudio } from '#studio/studio'
import { readOpenSet } from '../doubts/doubt-recordings.ts'
import { type Transcribed, transcribeAll } from '../doubts/transcribed.ts'
import { readRecordings } from '../evaldata/recordings.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { rawModels } from '../raw/raw-models.ts'
import { RawProcess } from '../raw/raw-process.ts'
import {
  lostByStepTable,
  lostPlacesTable,
  stepErrorTable,
  type SteppedRecording,
} from '../report/step-tables.ts'
import { compareSteps } from '../stages/compare-steps.ts'
import { readFoundSpeech } from '../stages/found-speech.ts'
import { type GroupedRecording, joinByGroup } from '../stages/joined-recordings.ts'
import { KeptDecodes } from '../stages/kept-decodes.ts'
import { textsByStep } from '../stages/step-texts.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** Each speed is another view of the same words: other chunks, other errors. */
const SPEEDS = [0.95, 1, 1.05]

/** Which step of the program brings or removes errors that the raw engine does not have, or has. */
export async function measureStages(context: BenchContext): Promise<string> {
  const evaldata = needEvaldata(context)
  return inWorkFolder((folder) => reportStages(evaldata, folder, context.say))
}

/**
 * @param folder what is there already from an earlier run is used
 */
export async function reportStages(
  evaldata: string,
  folder: string,
  say: BenchContext['say'],
): Promise<string> {
  const recordings = await groupedRecordings(evaldata, folder)
  const made = await transcribeAll(recordings, SPEEDS, folder, say)
  const groups = new Map(recordings.map(({ name, group }) => [name, group]))
  const stepped = await stepAll(made, groups, folder, say)
  return `The open set at ${SPEEDS.join(', ')} times its speed, and the recordings of each language and kind joined into one file; the
language is given. From the raw engine (Silero's regions, at most 15 s, one decode with the first pass's settings) to
Parolo, one change at a time: chunks of 25 s; regions by the segmentation model; on amplified sound; rejected texts
decoded again; speech without text decoded separately; a second text where the first is unsure, and the choice between
the two. No text is carried from one chunk to the next.

Errors after each step:

${stepErrorTable(stepped)}

Errors that Parolo has more (+) and fewer (−) than the raw engine, by the step after which they stayed; at an edge: where one of
Parolo's chunks begins or ends; by chance: how likely at least as many worse places are, if each that differs were as likely to be
better (one-sided sign test; views of one recording at three speeds are alike, so that the true chance is larger).

${lostByStepTable(stepped)}

Where Parolo has more errors, at the recordings' own speed:

${lostPlacesTable(stepped.filter(({ speed }) => speed === 1))}`
}

async function groupedRecordings(evaldata: string, folder: string): Promise<GroupedRecording[]> {
  const groups = new Map(
    readRecordings(evaldata).map(({ path: file, language, kind }) => [file, `${language} ${kind}`]),
  )
  const single = readOpenSet(evaldata).map((recording) => ({
    ...recording,
    group: groups.get(recording.path) ?? recording.language,
  }))
  const joinedFolder = path.join(folder, 'joined')
  await mkdir(joinedFolder, { recursive: true })
  return [...single, ...(await joinByGroup(single, joinedFolder))]
}

async function stepAll(
  made: readonly Transcribed[],
  groups: ReadonlyMap<string, string>,
  folder: string,
  say: BenchContext['say'],
): Promise<SteppedRecording[]> {
  say(`  the raw engine and each step on ${made.length} recordings …`)
  const studio = await openStudio(path.join(folder, 'library'))
  const engine = new RawProcess()
  try {
    const models = await rawModels()
    const recognizer = await modelStore(tmpdir()).find(DEFAULT_MODELS.recognizer)
    const decodes = new KeptDecodes(engine, models, recognizer, path.join(folder, 'decodes.jsonl'))
    const stepped: SteppedRecording[] = []
    for (const one of made) {
      const { name, reference } = one.recording
      const speech = await readFoundSpeech(studio, one.transcript)
      const texts = await textsByStep(one, speech, { engine, models, recognizer, decodes })
      const group = groups.get(name) ?? one.recording.language
      stepped.push({ ...compareSteps(reference, texts), name, group, speed: one.speed })
    }
    return stepped
  } finally {
    await engine.close()
    await studio.close()
  }
}
