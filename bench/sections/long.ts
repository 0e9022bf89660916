import path from 'node:path'
import { runFfmpeg } from '../measure/ffmpeg.ts'
import { runParolo } from '../measure/parolo.ts'
import { measureSecondRun } from '../measure/second-run.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { mebibytes, met, seconds, table, times } from '../report/table.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'
import { secondRunReport } from './speed.ts'

/** Aims: peak memory of three hours relative to twenty minutes, and in total. */
const MAX_OF_SHORT = 1.1
const MAX_BYTES = 900 * 1024 ** 2

const MEETING = path.join(projectRoot, 'fixtures', 'speech', 'meeting-en.opus')
const SHORT_SECONDS = 20 * 60
const LONG_SECONDS = 3 * 3600

/** Peak memory: a meeting repeated for twenty minutes and for three hours. */
export async function measureLong(context: BenchContext): Promise<string> {
  if (process.platform !== 'linux') {
    throw new NothingToMeasure('the memory of several processes together is measured on Linux only')
  }
  return inWorkFolder(async (folder) => {
    const short = path.join(folder, 'twenty-minutes.flac')
    const long = path.join(folder, 'three-hours.flac')
    await repeatMeeting(short, SHORT_SECONDS)
    await repeatMeeting(long, LONG_SECONDS)
    const options = {
      data: path.join(folder, 'library'),
      out: path.join(folder, 'out'),
      language: 'en',
      metered: true,
    }
    context.say('  20 minutes …')
    const shortRun = await runParolo([short], options)
    context.say('  3 hours …')
    const longRun = await runParolo([long], options)
    context.say('  the same command again …')
    const again = await measureSecondRun(long, options)
    const shortPeak = shortRun.peakBytes ?? 0
    const longPeak = longRun.peakBytes ?? 0
    const ratio = longPeak / shortPeak
    return `fixtures/speech/meeting-en with two passes and speakers: over and over for 20 minutes and for 3 hours.

${table(
  ['file', 'peak memory of all processes', 'CPU time', 'took', 'real-time factor'],
  [['20 minutes', shortRun, SHORT_SECONDS] as const, ['3 hours', longRun, LONG_SECONDS] as const].map(
    ([file, run, length]) => [
      file,
      mebibytes(run.peakBytes),
      seconds(run.cpuSeconds ?? 0),
      seconds(run.seconds),
      (run.seconds / length).toFixed(4),
    ],
  ),
)}

Ratio ${times(ratio)}, aim at most ${times(MAX_OF_SHORT)}: ${met(ratio <= MAX_OF_SHORT)}; aim under ${mebibytes(MAX_BYTES)}: ${met(longPeak < MAX_BYTES)}.

On the 3 hours: ${secondRunReport(again)}`
  })
}

async function repeatMeeting(file: string, length: number): Promise<void> {
  const sound = ['-ac', '1', '-ar', '16000', '-c:a', 'flac', '-compression_level', '0']
  await runFfmpeg(['-stream_loop', '-1', '-i', MEETING, '-t', String(length), ...sound, file])
}
