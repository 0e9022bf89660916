import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import {
  type KilledRecording,
  killKinds,
  killWhileRecording,
  noiseFile,
} from '../../e2e/support/recording/kill-while-recording.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { met, table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const KILLS = 100
const KILLS_A_RECORDING = 5

/**
 * Studio, host and page are killed at random while Chromium records: what is lost, and whether the page
 * reports it.
 */
export function measureRecorderKills({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    const microphone = await noiseFile(folder)
    const all: KilledRecording[] = []
    for (let done = 0; done < KILLS; done += KILLS_A_RECORDING) {
      const kinds = Array.from({ length: KILLS_A_RECORDING }, () => {
        const kind = killKinds[Math.floor(Math.random() * killKinds.length)]
        return kind ?? 'studio'
      })
      const own = path.join(folder, String(done))
      await mkdir(own)
      const one = await killWhileRecording(own, microphone, kinds)
      all.push(one)
      say(`  ${kinds.join(', ')}: worst ${Math.round(one.worstMs)} ms, ${one.recordings} recording(s)`)
    }
    const kills = all.flatMap(({ kinds }) => kinds)
    const worstMs = Math.max(...all.map((one) => one.worstMs))
    const lostMs = all.reduce((sum, one) => sum + one.lostMs, 0)
    const untrue = all.reduce((sum, one) => sum + one.untrue, 0)
    const single = all.filter(({ recordings }) => recordings === 1).length
    const counted = killKinds.map((kind) => `${kind} ${kills.filter((one) => one === kind).length}`)
    return [
      'Chromium records noise from a microphone; what its audio thread posted is looked for, sample by sample, in the recording.',
      `Killed with SIGKILL at random times: ${counted.join(', ')} (“host”: away for 2 to 6 s; “both”: page and studio at once).`,
      '',
      table(
        ['what', 'measured', 'aim', ''],
        [
          ['kills', String(kills.length), String(KILLS), met(kills.length >= KILLS)],
          ['most sound lost by one', `${Math.round(worstMs)} ms`, '1,000 ms', met(worstMs <= 1_000)],
          ['lost by all together', `${Math.round(lostMs)} ms`, '', ''],
          ['sound called safe that is missing', `${untrue} times`, '0', met(untrue === 0)],
          ['one recording in the end', `${single} of ${all.length}`, 'all', met(single === all.length)],
        ],
      ),
    ].join('\n')
  })
}
