import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { conversationEn, conversationFr, meetingEn } from '../../cli/testing/speech.ts'
import { median } from '../editor/statistics.ts'
import { joinRecordings } from '../measure/joined-recording.ts'
import { runCommand } from '../measure/run-command.ts'

export interface Overhead {
  /** Length of each recording. */
  readonly soundSeconds: number
  readonly plain: Took
  readonly worker: Took
}

/** Seconds on the clock, and of the processor, which other work on the machine affects little. */
export interface Took {
  readonly seconds: number
  readonly cpuSeconds: number
}

/**
 * Two recordings of some minutes with `parolo transcribe` and with the worker, alternating; medians, in
 * seconds.
 */
export async function measureOverhead(folder: string, rounds: number): Promise<Overhead> {
  const sounds = path.join(folder, 'sounds')
  await mkdir(sounds, { recursive: true })
  const { file, seconds } = await joinRecordings([meetingEn, conversationEn, conversationFr], folder, 'one')
  const recordings = [path.join(sounds, 'one.flac'), path.join(sounds, 'two.flac')] as const
  await copyFile(file, recordings[0])
  const other = await joinRecordings([conversationFr, meetingEn, conversationEn], folder, 'two')
  await copyFile(other.file, recordings[1])
  const took: { plain: Took[]; worker: Took[] } = { plain: [], worker: [] }
  const metered = async (words: readonly string[]): Promise<Took> => {
    const { seconds: onTheClock, cpuSeconds } = await runCommand(words, { metered: true })
    return { seconds: onTheClock, cpuSeconds: cpuSeconds ?? Number.NaN }
  }
  for (let round = 0; round < rounds; round += 1) {
    const [data, out, plan, scratch] = ['data', 'out', 'plan', 'scratch'].map((name) =>
      path.join(folder, `${name} ${round}`),
    ) as [string, string, string, string]
    await runCommand(['archive', 'plan', sounds, '--out', plan])
    const transcribe = ['transcribe', ...recordings, '--format', 'json', '--out', out, '--data', data]
    took.plain.push(await metered(transcribe))
    took.worker.push(await metered(['archive', 'work', plan, '--shard', '0', '--scratch', scratch]))
  }
  return { soundSeconds: seconds, plain: medians(took.plain), worker: medians(took.worker) }
}

const medians = (all: readonly Took[]): Took => ({
  seconds: median(all.map((one) => one.seconds)),
  cpuSeconds: median(all.map(({ cpuSeconds }) => cpuSeconds)),
})
