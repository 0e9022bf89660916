import path from 'node:path'
import { runFfmpeg } from '../measure/ffmpeg.ts'
import { runParolo } from '../measure/parolo.ts'
import { measureSecondRun } from '../measure/second-run.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { megabytes, met, seconds, table, times } from '../report/table.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'
import { secondRunReport } from './speed.ts'

/** Aims: peak memory of three hours relative to twenty minutes, and in total. */
const MAX_OF_SHORT = 1.2
const MAX_BYTES = 900e6

const MEETING = path.join(projectRoot, 'fixtures', 'speech', 'meeting-en.opus')
const SHORT_SECONDS = 20 * 60
const LONG_SECONDS = 3 * 3600
/** In the long file the meeting occurs once per this many seconds. */
const MEETING_EVERY_SECONDS = 30 * 60

/** Peak memory: a meeting repeated for twenty minutes, and occasionally in three hours of silence. */
export async function measureLong(context: BenchContext): Promise<string> {
  if (process.platform !== 'linux') {
    throw new NothingToMeasure('the memory of several processes together is measured on Linux only')
  }
  return inWorkFolder(async (folder) => {
    const short = path.join(folder, 'twenty-minutes.flac')
    const long = path.join(folder, 'three-hours.flac')
    await makeFiles(folder, short, long)
    const options = {
      data: path.join(folder, 'library'),
      out: path.join(folder, 'out'),
      language: 'en',
      quick: true,
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
    return `fixtures/speech/meeting-en, with \`--quick\` (a second pass over whole windows takes some 80 MB more): over and
over for 20 minutes, and once in ${MEETING_EVERY_SECONDS / 60} minutes of silence for 3 hours.

${table(
  ['file', 'peak memory of all processes', 'took', 'real-time factor'],
  [
    [
      '20 minutes',
      megabytes(shortPeak),
      seconds(shortRun.seconds),
      (shortRun.seconds / SHORT_SECONDS).toFixed(4),
    ],
    ['3 hours', megabytes(longPeak), seconds(longRun.seconds), (longRun.seconds / LONG_SECONDS).toFixed(4)],
  ],
)}

Ratio ${times(ratio)}, aim at most ${times(MAX_OF_SHORT)}: ${met(ratio <= MAX_OF_SHORT)}; aim under ${megabytes(MAX_BYTES)}: ${met(longPeak < MAX_BYTES)}.

On the 3 hours: ${secondRunReport(again)}`
  })
}

async function makeFiles(folder: string, short: string, long: string): Promise<void> {
  const sound = ['-ac', '1', '-ar', '16000', '-c:a', 'flac', '-compression_level', '0']
  await runFfmpeg(['-stream_loop', '-1', '-i', MEETING, '-t', String(SHORT_SECONDS), ...sound, short])
  const unit = path.join(folder, 'unit.wav')
  await runFfmpeg([
    '-i',
    MEETING,
    '-af',
    'apad',
    '-t',
    String(MEETING_EVERY_SECONDS),
    '-ac',
    '1',
    '-ar',
    '16000',
    unit,
  ])
  await runFfmpeg(['-stream_loop', '-1', '-i', unit, '-t', String(LONG_SECONDS), ...sound, long])
}
