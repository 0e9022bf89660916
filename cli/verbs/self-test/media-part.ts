import path from 'node:path'
import { Fault } from '#contracts/errors'
import { soundFileIds } from '#core/formats/sounds/sound-files'
import { ffmpegVersion, findFfmpeg } from '#studio/sound/ffmpeg'
import { probe } from '#studio/sound/probe'
import { runFfmpeg } from '#studio/sound/run-ffmpeg'
import { PartFailed, type SelfTestPart, type Trial } from './self-test-part.ts'

const SECONDS = 2
const LEAST_SECONDS = 1.8
const SAMPLE_RATE = 16_000
const BYTES_A_SAMPLE = 2

/** ffmpeg writes a tone in each kind and reads it back. */
export const mediaPart: SelfTestPart = {
  name: 'self-test.media',
  async run(trial) {
    const { terminal } = trial
    const version = await ffmpegVersion(await findFfmpeg())
    const lost: string[] = []
    for (const format of soundFileIds) if (!(await isWritten(trial, format))) lost.push(format)
    if (lost.length > 0)
      throw new PartFailed(terminal.words('self-test.media.missing', { formats: lost.join(', ') }))
    const formats = soundFileIds.join(', ')
    return { state: 'passed', more: terminal.words('self-test.media.more', { version, formats }) }
  },
}

async function isWritten({ folder, signal }: Trial, format: string): Promise<boolean> {
  const file = `tone.${format}`
  const run = { folder, title: file, signal }
  const ignore = async (): Promise<void> => undefined
  try {
    const tone = ['-f', 'lavfi', '-i', `sine=duration=${SECONDS}`, file]
    await runFfmpeg(tone, run, ignore)
    const { durationSeconds } = await probe(path.join(folder, file))
    const pcm = ['-i', file, '-f', 's16le', '-ac', '1', '-ar', String(SAMPLE_RATE), 'pipe:1']
    const bytes = await runFfmpeg(pcm, run, async (output) => {
      let sum = 0
      for await (const chunk of output) sum += (chunk as Buffer).length
      return sum
    })
    const decoded = bytes / BYTES_A_SAMPLE / SAMPLE_RATE
    return Math.min(durationSeconds ?? 0, decoded) >= LEAST_SECONDS
  } catch (error) {
    // The format is reported as one that this ffmpeg cannot write.
    if (error instanceof Fault && error.code === 'ffmpeg.failed') return false
    throw error
  }
}
