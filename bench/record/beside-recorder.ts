import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { startParolo } from '../../cli/testing/run-parolo.ts'
import { startSoundServer } from '../../cli/testing/sound-server.ts'
import { bestLag } from '#core/recording/best-lag'
import { RECORDING_RATE } from '#core/recording/block'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'
import { onlyMedia } from './recorded-speech.ts'
import { writeSweep } from './played-sweep.ts'

const WAV_HEADER_BYTES = 44
const WINDOW = RECORDING_RATE / 10
/** The plain recorder is started this much earlier, and ends later. */
const MARGIN_MS = 1_500

export interface Comparison {
  /** Over the whole recording, at one lag. */
  readonly correlation: number
  readonly windows: number
  /** Windows whose best lag differs from that of the whole. */
  readonly moved: number
  /** Samples that differ from the plain recorder's. */
  readonly different: number
  readonly samples: number
}

/** `parolo record` and `parecord` on one monitor at the same time. */
export async function recordBeside(folder: string, seconds: number): Promise<Comparison> {
  await mkdir(folder, { recursive: true })
  const server = await startSoundServer()
  const env = { ...process.env, ...server.environment }
  try {
    const played = path.join(folder, 'played.wav')
    await writeSweep(played, seconds + 30)
    const plain = path.join(folder, 'plain.wav')
    const words = '--device=micfeed.monitor --rate=48000 --channels=1 --format=s16le --file-format=wav'.split(
      ' ',
    )
    server.play('micfeed', played)
    await new Promise((resolve) => setTimeout(resolve, MARGIN_MS))
    const beside = spawn('parecord', [...words, plain], { env, stdio: 'ignore' })
    await new Promise((resolve) => setTimeout(resolve, MARGIN_MS))
    const options = { home: path.join(folder, 'library'), folder, environment: server.environment }
    const record = [
      'record',
      '--device',
      'micfeed.monitor',
      '--seconds',
      String(seconds),
      '--progress',
      'json',
    ]
    const result = await startParolo(record, options).result
    await new Promise((resolve) => setTimeout(resolve, MARGIN_MS))
    const ended = once(beside, 'exit')
    beside.kill('SIGINT')
    await ended
    if (result.exitCode !== 0) throw new Error(result.stderr)
    const [own = new Int16Array()] = await decodedTracks(await onlyMedia(options.home), 1)
    const bytes = Uint8Array.from((await readFile(plain)).subarray(WAV_HEADER_BYTES))
    return compare(own, new Int16Array(bytes.buffer, 0, Math.floor(bytes.length / 2)))
  } finally {
    await server.end()
  }
}

function compare(own: Int16Array, plain: Int16Array): Comparison {
  const from = own.findIndex((sample) => sample !== 0)
  const offset = offsetOf(own.subarray(from + WINDOW, from + 2 * WINDOW), plain, from + WINDOW)
  let [both, one, other, different, moved, windows] = [0, 0, 0, 0, 0, 0]
  for (let frame = from; frame < own.length; frame += 1) {
    const [sample, beside] = [own[frame] ?? 0, plain[frame + offset] ?? 0]
    both += sample * beside
    one += sample * sample
    other += beside * beside
    if (sample !== beside) different += 1
  }
  for (let frame = from + WINDOW; frame + 2 * WINDOW < own.length; frame += WINDOW) {
    const at = frame + offset
    const lag = bestLag(own.subarray(frame, frame + WINDOW), plain.subarray(at, at + WINDOW), 96)
    windows += 1
    if (lag !== 0) moved += 1
  }
  return { correlation: both / Math.sqrt(one * other), windows, moved, different, samples: own.length - from }
}

/**
 * By how many samples the same sound is later in the other recording: exact, as both are from one monitor.
 */
function offsetOf(window: Int16Array, plain: Int16Array, at: number): number {
  for (let from = 0; from + window.length <= plain.length; from += 1) {
    let equal = 0
    while (equal < window.length && window[equal] === plain[from + equal]) equal += 1
    if (equal === window.length) return from - at
  }
  return 0
}
