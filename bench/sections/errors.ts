import { type EvalRecording, readRecordings } from '../evaldata/recordings.ts'
import { readTurns, type TurnReference } from '../evaldata/turns.ts'
import { readWordTimes } from '../evaldata/word-times.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import { transcribeWithParolo, libraryOf } from '../outputs/ours.ts'
import { transcribeWithFormerRaw, transcribeWithRaw } from '../outputs/raw.ts'
import { readRecognizedRecordings } from '../measure/recognized-recordings.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { allErrors, differingRecordings, wordErrorTable } from '../report/error-tables.ts'
import { lostTable } from '../report/lost-table.ts'
import { diarizationTable, pooledDiarizationError } from '../report/speaker-tables.ts'
import { startTable } from '../report/start-table.ts'
import { met, percent, times } from '../report/table.ts'
import { errorRate } from '../scoring/diarization-error.ts'
import type { RecognizedRecording } from '../scoring/lost-words.ts'
import type { TimedWord } from '../scoring/word-starts.ts'
import { type BenchContext, needEvaldata } from './section.ts'

/** Aims: total errors relative to the raw engine's, and points of DER above docs/engine.md's figures. */
const MAX_ERRORS = 0.9
const MAX_DER_POINTS = 1
/** On the same open files, docs/engine.md, "Speakers". */
const MEASURED_DER = { given: 0.306, automatic: 0.285 }

/** Words, speakers and times, of our program and the raw engine on the same files. */
export async function measureErrors(context: BenchContext): Promise<string> {
  const evaldata = needEvaldata(context)
  const recordings = readRecordings(evaldata)
  const references = turnReferences(evaldata, recordings)
  const found = await inWorkFolder(async (folder) => {
    context.say(`  Parolo on ${recordings.length} recordings …`)
    const ours = await transcribeWithParolo(recordings, references, folder)
    const recognized = await readRecognizedRecordings(libraryOf(folder), recordings, references)
    context.say('  the raw engine on the same …')
    const raw = await transcribeWithRaw(recordings, references, folder)
    context.say('  and with the files that the program had before …')
    const former = await transcribeWithFormerRaw(recordings, folder)
    return { programs: [ours, raw] as const, former, recognized }
  })
  const wordTimes = readWordTimes(evaldata)
  return [
    wordsReport(recordings, found.programs, found.former),
    lostReport(recordings, wordTimes, found.recognized),
    speakersReport(recordings, references, found.programs),
    startsReport(wordTimes, found.programs),
  ].join('\n\n')
}

function turnReferences(
  evaldata: string,
  recordings: readonly EvalRecording[],
): ReadonlyMap<string, TurnReference> {
  return new Map(
    recordings.flatMap((recording) => {
      const reference = readTurns(evaldata, recording)
      return reference ? [[recording.name, reference] as const] : []
    }),
  )
}

function wordsReport(
  recordings: readonly EvalRecording[],
  programs: readonly [ProgramOutputs, ProgramOutputs],
  former: ProgramOutputs | null,
): string {
  const [ours, raw] = programs.map((outputs) => allErrors(recordings, outputs))
  const ratio = (ours ?? 0) / (raw ?? 0)
  return `### Words

Errors = share of the reference's words (substitutions/deletions/insertions); the language is given. Raw engine:
sherpa-onnx on Silero's regions, one decode each, with the same model and with the one that the program had before.

${wordErrorTable(recordings, former ? [...programs, former] : programs)}

All errors together: ${ours} of ours against ${raw} of the raw engine = ${times(ratio)}; aim at most
${times(MAX_ERRORS)}: ${met(ratio <= MAX_ERRORS)}. Seconds for it all, starts and loading included: Parolo
${programs[0].seconds.toFixed(0)}, the raw engine ${programs[1].seconds.toFixed(0)}.

Recordings on which they differ, in errors:

${differingRecordings(recordings, programs)}`
}

function lostReport(
  recordings: readonly EvalRecording[],
  wordTimes: ReadonlyMap<string, readonly TimedWord[]>,
  recognized: ReadonlyMap<string, RecognizedRecording>,
): string {
  return `### Words lost

Words of the reference that the text does not have, by where they were lost: two speak at once (by the reference's
turns); no region; in a decode whose text was not taken; in a passage without any text; within half a second of a
passage's edge; inside a decode, with text around. Of the recordings whose words have times.

${lostTable(recordings, wordTimes, recognized)}`
}

function speakersReport(
  recordings: readonly EvalRecording[],
  references: ReadonlyMap<string, TurnReference>,
  programs: readonly [ProgramOutputs, ProgramOutputs],
): string {
  const verdicts = (['given', 'automatic'] as const).map((mode) => {
    const rate = errorRate(pooledDiarizationError(references, programs[0], mode))
    const isMet = rate <= MEASURED_DER[mode] + MAX_DER_POINTS / 100
    return `count ${mode} ${percent(rate)}, there ${percent(MEASURED_DER[mode])}: ${met(isMet)}`
  })
  return `### Speakers

Diarization error: no collar, overlap counted, the best mapping of speakers a file; in parentheses how many were
found. Raw engine: sherpa-onnx's own clustering (threshold 0.5, or the count given).

${diarizationTable(recordings, references, programs)}

Beside docs/engine.md, aim at most ${MAX_DER_POINTS} point more: ${verdicts.join('; ')}.`
}

function startsReport(
  wordTimes: ReadonlyMap<string, readonly TimedWord[]>,
  programs: readonly [ProgramOutputs, ProgramOutputs],
): string {
  return `### Word starts

How far off the start of a word is, median / 90th percentile, over the words that are right, against forced
alignment.

${startTable(wordTimes, programs)}`
}
