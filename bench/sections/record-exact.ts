import path from 'node:path'
import { hasPulseAudio } from '../../cli/testing/sound-server.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { recordBeside } from '../record/beside-recorder.ts'
import { recordDriftingSources } from '../record/drifting-source.ts'
import { recordPosted } from '../record/page-recorder.ts'
import { met, table } from '../report/table.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'

const SHORT_S = 20
const LONG_S = 600
const MIN_CORRELATION = 0.98
const MAX_DISTANCE_MS = 20

/**
 * Whether a recording equals what its devices delivered: compared with another recorder, in the page, with
 * two clocks.
 */
export function measureRecordExact({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    if (!(await hasPulseAudio())) throw new NothingToMeasure('no PulseAudio is on this system')
    const rows: string[][] = []
    for (const seconds of [SHORT_S, LONG_S]) {
      say(`  ${seconds} s beside parecord`)
      const { correlation, windows, moved, different, samples } = await recordBeside(
        path.join(folder, `beside-${seconds}`),
        seconds,
      )
      rows.push(
        [
          `correlation with parecord, ${seconds} s`,
          correlation.toFixed(6),
          '1.000',
          met(correlation >= 0.9995),
        ],
        ['  windows of 0.1 s at another lag', `${moved} of ${windows}`, '0', met(moved === 0)],
        ['  samples that differ', `${different} of ${samples}`, '', ''],
      )
    }
    say(`  ${SHORT_S} s in Chromium`)
    const page = await recordPosted(path.join(folder, 'page'), SHORT_S)
    rows.push([
      'samples other than the audio thread posted, in Chromium',
      `${page.different} of ${page.samples}; ${page.stalls} stalls of the machine`,
      '0',
      met(page.different === 0),
    ])
    say(`  devices of 48,000 and 48,024 Hz for ${LONG_S} s`)
    const drift = await recordDriftingSources(path.join(folder, 'drift'), LONG_S)
    const apart = `${drift.mostMs.toFixed(1)} ms at most, ${drift.endMs.toFixed(1)} ms at the end`
    rows.push(
      [
        `two devices after ${LONG_S} s (${Math.round(drift.unalignedMs)} ms unaligned)`,
        apart,
        `${MAX_DISTANCE_MS} ms`,
        met(drift.mostMs < MAX_DISTANCE_MS),
      ],
      [
        `  least correlation with what was fed, ${drift.windows} windows`,
        drift.leastCorrelation.toFixed(4),
        String(MIN_CORRELATION),
        met(drift.leastCorrelation >= MIN_CORRELATION),
      ],
    )
    return [
      "`parolo record` and `parecord` on one null sink's monitor at the same time, compared sample by sample; a recording in",
      'Chromium and what its audio thread posted; two PulseAudio sources of which one gives 48,024 samples a second, fed the',
      'same sound by the clock of this computer.',
      '',
      table(['what', 'measured', 'aim', ''], rows),
    ].join('\n')
  })
}
