import path from 'node:path'
import { readRecordings } from '../evaldata/recordings.ts'
import { readFinishedWork } from '../measure/finished-work.ts'
import { joinRecordings } from '../measure/joined-recording.ts'
import { runParolo } from '../measure/parolo.ts'
import type { MeasuredRun } from '../measure/run-measured.ts'
import type { TreeUse } from '../measure/process-tree.ts'
import { measureSecondRun, type SecondRun } from '../measure/second-run.ts'
import { type Stage, stageSeconds } from '../measure/stage-seconds.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { type RawStages, runRawStages } from '../raw/raw-stages.ts'
import { type Cell, megabytes, met, seconds, table, times } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

const LANGUAGE = 'en'
/** Aims: the complete program relative to the raw stages in sequence; a second run of a finished file. */
const MAX_OF_RAW = 1.15
const MAX_SECOND_RUN_SECONDS = 2

/**
 * The complete program and each stage on the English recordings as one file, compared with the raw stages on
 * the same work.
 */
export async function measureSpeed(context: BenchContext): Promise<string> {
  const recordings = readRecordings(needEvaldata(context)).filter(({ language }) => language === LANGUAGE)
  return inWorkFolder(async (folder) => {
    const joined = await joinRecordings(
      recordings.map((recording) => recording.path),
      folder,
      'all-english',
    )
    const options = { data: path.join(folder, 'library'), out: path.join(folder, 'out'), language: LANGUAGE }
    context.say(`  Parolo on ${joined.seconds.toFixed(0)} s of English …`)
    const run = await runParolo([joined.file], { ...options, metered: true })
    context.say('  the raw stages on the same chunks …')
    const work = readFinishedWork(options.data)
    const raw = await runRawStages(joined.file, path.join(folder, 'raw.pcm'), LANGUAGE, work)
    context.say('  the same command again …')
    const again = await measureSecondRun(joined.file, options)
    return `The ${recordings.length} English recordings as one file of ${joined.seconds.toFixed(0)} s: ${work.windows.length} windows in two passes, ${work.pieces.length}
pieces of voices, ${work.decodes.length} decodes. Raw: the same windows, pieces and chunks straight through sherpa-onnx, as
many at once, each stage with its start and its model's loading.

${stageTable(run, raw, joined.seconds)}

${totalsReport(run, raw)}

${secondRunReport(again)}`
  })
}

function stageTable(run: MeasuredRun, raw: RawStages, soundSeconds: number): string {
  const ours = stageSeconds(run.lines, run.seconds)
  const sum = (...stages: readonly Stage[]): number =>
    stages.reduce((total, stage) => total + (ours.get(stage) ?? 0), 0)
  const cells = (took: number): Cell[] => [seconds(took), (took / soundSeconds).toFixed(4)]
  const words = sum('words')
  const secondLook = sum('second-look')
  return table(
    ['stage', 'Parolo', 'real-time factor', 'raw', 'real-time factor'],
    [
      [
        'start, import and sound (Parolo: with playback proxy)',
        ...cells(sum('start', 'import', 'sound')),
        ...cells(raw.sound),
      ],
      ['regions', ...cells(sum('regions')), ...cells(raw.regions)],
      ['speakers', ...cells(sum('speakers')), ...cells(raw.speakers)],
      ['words', ...cells(words), '', ''],
      ['second look', ...cells(secondLook), '', ''],
      ['words and second look', ...cells(words + secondLook), ...cells(raw.words)],
      ['paragraphs, writing, end', ...cells(sum('paragraphs', 'end')), '', ''],
      ['the whole way', ...cells(run.seconds), ...cells(chainOf(raw))],
      ['CPU time of all processes', cpu(run), '', cpu(raw), ''],
      ['peak memory of all processes', megabytes(run.peakBytes), '', megabytes(raw.peakBytes), ''],
    ],
  )
}

const cpu = ({ cpuSeconds }: TreeUse): string =>
  cpuSeconds === null ? 'not measured here' : seconds(cpuSeconds)

const chainOf = (raw: RawStages): number => raw.sound + raw.regions + raw.speakers + raw.words

function totalsReport(run: MeasuredRun, raw: RawStages): string {
  const ratio = run.seconds / chainOf(raw)
  const cpuRatio = run.cpuSeconds !== null && raw.cpuSeconds !== null ? run.cpuSeconds / raw.cpuSeconds : null
  return `The whole way takes ${times(ratio)} the raw stages one after the other; aim at most ${times(MAX_OF_RAW)}: ${met(ratio <= MAX_OF_RAW)}.${
    cpuRatio === null
      ? ''
      : ` In CPU time, which other work on the machine hardly changes: ${times(cpuRatio)}.`
  }`
}

export function secondRunReport(again: SecondRun): string {
  const isMet = Math.max(again.same, again.touched) < MAX_SECOND_RUN_SECONDS
  return `The same command again on the done file, median of five, from start to exit: ${seconds(again.same)}; with the
file's time touched, so that its hash must tell, ${seconds(again.touched)}. Aim under ${MAX_SECOND_RUN_SECONDS} s: ${met(isMet)}.`
}
