import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startParolo } from '../../cli/testing/run-parolo.ts'
import { type SoundServer, startSoundServer } from '../../cli/testing/sound-server.ts'
import { RECORDING_RATE } from '#core/recording/block'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'
import { onlyMedia } from './recorded-speech.ts'

/** Samples that the two devices deliver per second; both state 48,000. */
const RATES = [48_000, 48_024] as const
const FEED_EVERY_MS = 20
const WINDOW = RECORDING_RATE / 10
const MAX_LAG = 20 * 48
const LAG_STEP = 4
/** One window per this many samples is compared: 1 s. */
const EVERY = RECORDING_RATE
/** The recording begins at most this long after the devices, in samples. */
const MAX_START = 30 * RECORDING_RATE

export interface Drift {
  readonly seconds: number
  /** Distance of the second source from the first, in ms: maximum, and at the end. */
  readonly mostMs: number
  readonly endMs: number
  /** The distance without alignment. */
  readonly unalignedMs: number
  /** The minimum correlation of a window of either source with the input, at its best lag within 20 ms. */
  readonly leastCorrelation: number
  readonly windows: number
}

interface Feed {
  /**
   * Number of its first sample: sample n is what the device captures n / rate seconds after this program's
   * start.
   */
  readonly firstFrame: number
  readonly stop: () => void
}

/** Records two devices whose clocks differ by 0.05 %, with the same sound as input. */
export async function recordDriftingSources(folder: string, seconds: number): Promise<Drift> {
  await mkdir(folder, { recursive: true })
  const server = await startSoundServer()
  try {
    const feeds = await Promise.all(RATES.map((rate) => feedDevice(server, folder, rate)))
    const options = { home: path.join(folder, 'library'), folder, environment: server.environment }
    const devices = RATES.flatMap((rate) => ['--device', `device${rate}`])
    const words = ['record', ...devices, '--seconds', String(seconds), '--progress', 'json']
    const result = await startParolo(words, options).result
    for (const one of feeds) one.stop()
    if (result.exitCode !== 0) throw new Error(result.stderr)
    const tracks = await decodedTracks(await onlyMedia(options.home), RATES.length)
    return driftOf(tracks, feeds[0]?.firstFrame ?? 0, seconds)
  } finally {
    await server.end()
  }
}

async function feedDevice(server: SoundServer, folder: string, rate: number): Promise<Feed> {
  const pipe = path.join(folder, `pipe${rate}`)
  const source = [`file=${pipe}`, `source_name=device${rate}`, 'format=s16le', 'rate=48000', 'channels=1']
  await server.pactl('load-module', 'module-pipe-source', ...source)
  return feed(pipe, rate)
}

/** Writes the output of such a device, on this computer's clock. */
function feed(pipe: string, rate: number): Feed {
  const stream = createWriteStream(pipe)
  // The sound server closes its end first.
  stream.on('error', () => clearInterval(timer))
  const firstFrame = Math.floor((performance.now() * rate) / 1000)
  let frames = firstFrame
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() * rate) / 1000)
    const samples = Int16Array.from({ length: due - frames }, (_, index) => soundAt((frames + index) / rate))
    frames = due
    stream.write(Buffer.from(samples.buffer))
  }, FEED_EVERY_MS)
  const stop = (): void => {
    clearInterval(timer)
    stream.destroy()
  }
  return { firstFrame, stop }
}

/** What both devices capture at a time on this computer's clock: partials that never repeat. */
function soundAt(seconds: number): number {
  let sum = 0
  for (let partial = 0; partial < 5; partial += 1)
    sum += Math.sin(2 * Math.PI * (110 + 317.7 * partial) * seconds + Math.sin(seconds * (partial + 1) * 0.9))
  return Math.round(3_000 * sum)
}

function driftOf(tracks: readonly Int16Array[], firstFrame: number, seconds: number): Drift {
  const [first = new Int16Array(), second = new Int16Array()] = tracks
  const startFrame = startOf(first, firstFrame)
  const offsMs: number[] = []
  const correlations: number[] = []
  // Devices are opened in the first seconds.
  for (let frame = 3 * RECORDING_RATE; frame + 2 * WINDOW < first.length; frame += EVERY) {
    const fed = Int16Array.from({ length: WINDOW + 2 * MAX_LAG }, (_, index) =>
      soundAt((startFrame + frame - MAX_LAG + index) / RECORDING_RATE),
    )
    const [one, other] = [first, second].map((track) => bestMatch(track.subarray(frame, frame + WINDOW), fed))
    if (one === undefined || other === undefined) continue
    offsMs.push(other.lagMs - one.lagMs)
    correlations.push(one.correlation, other.correlation)
  }
  return {
    seconds,
    mostMs: Math.max(...offsMs.map(Math.abs)),
    endMs: offsMs.at(-1) ?? Number.NaN,
    unalignedMs: seconds * (RATES[1] / RATES[0] - 1) * 1000,
    leastCorrelation: Math.min(...correlations),
    windows: correlations.length,
  }
}

/** Number of the first source's sample at frame 0 of the file: it is recorded sample for sample. */
function startOf(track: Int16Array, firstFrame: number): number {
  const at = 2 * RECORDING_RATE
  for (let frame = firstFrame; frame < firstFrame + MAX_START; frame += 1) {
    let equal = 0
    while (equal < WINDOW && soundAt((frame + equal) / RATES[0]) === track[at + equal]) equal += 1
    if (equal === WINDOW) return frame - at
  }
  throw new Error('what was fed is not in the recording')
}

/** Position in the input at which the window correlates best, relative to its middle: exact to the sample. */
function bestMatch(
  window: Int16Array,
  fed: Int16Array,
): { readonly correlation: number; readonly lagMs: number } {
  const coarse = bestOf(window, fed, { from: -MAX_LAG, to: MAX_LAG, step: LAG_STEP })
  const fine = { from: coarse.lag - LAG_STEP, to: coarse.lag + LAG_STEP, step: 1 }
  const { correlation, lag } = bestOf(window, fed, fine)
  return { correlation, lagMs: lag / 48 }
}

function bestOf(
  window: Int16Array,
  fed: Int16Array,
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): { readonly correlation: number; readonly lag: number } {
  let best = { correlation: 0, lag: 0 }
  for (let lag = Math.max(-MAX_LAG, from); lag <= Math.min(MAX_LAG, to); lag += step) {
    let [both, one, other] = [0, 0, 0]
    for (const [index, sample] of window.entries()) {
      const played = fed[MAX_LAG + lag + index] ?? 0
      both += sample * played
      one += sample * sample
      other += played * played
    }
    const correlation = both / Math.sqrt(Math.max(1, one * other))
    if (correlation > best.correlation) best = { correlation, lag }
  }
  return best
}
