import path from 'node:path'
import { type EvalRecording, readRecordings } from '../evaldata/recordings.ts'
import { readWordTimes } from '../evaldata/word-times.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import { transcribeWithParolo } from '../outputs/ours.ts'
import { transcribeWithFormerRaw, transcribeWithRaw } from '../outputs/raw.ts'
import { joinRecordings } from '../measure/joined-recording.ts'
import { runParolo } from '../measure/parolo.ts'
import type { MeasuredRun } from '../measure/run-measured.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import {
  installFasterWhisper,
  type PeerInstallation,
  runFasterWhisper,
  VERSION,
} from '../peers/faster-whisper.ts'
import { wordErrorTable } from '../report/error-tables.ts'
import { type PeerRuns, peerAims } from '../report/peer-aims.ts'
import { startTable } from '../report/start-table.ts'
import { type Cell, megabytes, seconds, table } from '../report/table.ts'
import { type BenchContext, needEvaldata } from './section.ts'

const LANGUAGE = 'en'

/** faster-whisper on the same weights compared with our program: errors, word starts, time, memory. */
export async function measurePeers(context: BenchContext): Promise<string> {
  const evaldata = needEvaldata(context)
  const recordings = readRecordings(evaldata)
  const wordTimes = readWordTimes(evaldata)
  const peer = await installFasterWhisper(context.say)
  return inWorkFolder(async (folder) => {
    context.say(`  faster-whisper on ${recordings.length} recordings …`)
    const theirs = await transcribeWithPeer(peer, recordings, new Set(wordTimes.keys()))
    context.say('  Parolo on the same …')
    const ours = await transcribeWithParolo(recordings, new Map(), folder)
    context.say('  and --quick …')
    const quick = await transcribeWithParolo(recordings, new Map(), folder, { quick: true })
    context.say('  the raw engine on the same …')
    const raw = await transcribeWithRaw(recordings, new Map(), folder)
    const former = await transcribeWithFormerRaw(recordings, folder)
    const programs = [ours, quick, theirs, raw, ...(former ? [former] : [])]
    const { runs, soundSeconds } = await measureSpeeds(context, peer, recordings, folder)
    return `faster-whisper ${VERSION} (CTranslate2) with the same Whisper base weights, int8, beam 5, its own speech detection, as many
threads as we use; the language is given to all. It tells no speakers.

### Words

${wordErrorTable(recordings, programs)}

### Word starts

Median / 90th percentile, over the words that are right.

${startTable(wordTimes, [ours, theirs, raw])}

### Time and memory

${speedTable(runs, soundSeconds)}

### Aims

${peerAims(recordings, { ours, quick, theirs, raw }, runs)}`
  })
}

async function transcribeWithPeer(
  peer: PeerInstallation,
  recordings: readonly EvalRecording[],
  timed: ReadonlySet<string>,
): Promise<ProgramOutputs> {
  const { run, of } = await runFasterWhisper(peer, recordings, { wordTimes: false, metered: false })
  // Word times take it longer, so they are requested separately, if there is a reference.
  const withTimes = await runFasterWhisper(
    peer,
    recordings.filter(({ name }) => timed.has(name)),
    { wordTimes: true, metered: false },
  )
  return {
    program: 'faster-whisper',
    of: new Map(
      [...of].map(([name, { text }]) => [
        name,
        { text, words: withTimes.of.get(name)?.words ?? [], turns: null },
      ]),
    ),
    seconds: run.seconds,
  }
}

/** The English recordings as one file, each program alone from start to end. */
async function measureSpeeds(
  context: BenchContext,
  peer: PeerInstallation,
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<{ readonly runs: PeerRuns; readonly soundSeconds: number }> {
  const english = recordings.filter(({ language }) => language === LANGUAGE)
  const joined = await joinRecordings(
    english.map((recording) => recording.path),
    folder,
    'all-english',
  )
  context.say(`  each on ${joined.seconds.toFixed(0)} s of English …`)
  const jobs = [{ name: 'joined', path: joined.file, language: LANGUAGE }]
  const out = path.join(folder, 'speed')
  const ours = async (quick: boolean): Promise<MeasuredRun> =>
    runParolo([joined.file], {
      data: path.join(folder, quick ? 'speed-quick' : 'speed'),
      out: quick ? `${out}-quick` : out,
      language: LANGUAGE,
      quick,
      metered: true,
    })
  const theirs = async (wordTimes: boolean): Promise<MeasuredRun> =>
    (await runFasterWhisper(peer, jobs, { wordTimes, metered: true })).run
  const runs = {
    ours: await ours(false),
    quick: await ours(true),
    theirsTextAlone: await theirs(false),
    theirs: await theirs(true),
  }
  return { runs, soundSeconds: joined.seconds }
}

function speedTable(runs: PeerRuns, soundSeconds: number): string {
  const row = (name: string, run: MeasuredRun): Cell[] => [
    name,
    seconds(run.seconds),
    (run.seconds / soundSeconds).toFixed(3),
    run.cpuSeconds === null ? '–' : seconds(run.cpuSeconds),
    megabytes(run.peakBytes),
  ]
  return table(
    [
      `${soundSeconds.toFixed(0)} s of English in one file`,
      'took',
      'real-time factor',
      'CPU time',
      'peak memory',
    ],
    [
      row('Parolo: two passes, speakers, word times, playback proxy', runs.ours),
      row('Parolo --quick: one pass, speakers, word times, proxy', runs.quick),
      row('faster-whisper, text alone', runs.theirsTextAlone),
      row('faster-whisper with word times', runs.theirs),
    ],
  )
}
