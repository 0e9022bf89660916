import { createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { startParolo } from '../../cli/testing/run-parolo.ts'
import { startSoundServer } from '../../cli/testing/sound-server.ts'
import { decodedTracks } from '#studio/recording/testing/decoded-tracks'

/** What the device gives in a second; it says 48,000. */
const DEVICE_RATE = 48_024
const FEED_EVERY_MS = 20
const CLICK = 30_000
const LEAST_CLICK = 15_000

export interface Drift {
  readonly seconds: number
  /** By how much the last click is away from its time, against the first, in ms. */
  readonly endMs: number
  readonly mostMs: number
  /** What it would be if nothing were corrected. */
  readonly uncorrectedMs: number
}

/** Records a device whose clock is 0.05 % fast, which clicks once a second. */
export async function recordDriftingSource(folder: string, seconds: number): Promise<Drift> {
  const server = await startSoundServer()
  const pipe = path.join(folder, 'pipe')
  try {
    await server.pactl(
      'load-module',
      'module-pipe-source',
      `file=${pipe}`,
      'source_name=fast',
      'format=s16le',
      'rate=48000',
      'channels=1',
    )
    const stop = feed(pipe)
    const options = { home: path.join(folder, 'library'), folder, environment: server.environment }
    const words = ['record', '--device', 'fast', '--seconds', String(seconds), '--progress', 'json']
    const result = await startParolo(words, options).result
    stop()
    if (result.exitCode !== 0) throw new Error(result.stderr)
    const media = path.join(options.home, 'media')
    const [own = ''] = await readdir(media)
    const [file = ''] = await readdir(path.join(media, own))
    const [track = new Int16Array()] = await decodedTracks(path.join(media, own, file), 1)
    return driftOf(track, seconds)
  } finally {
    await server.end()
  }
}

/** Writes what such a device gives, by the clock of this computer. */
function feed(pipe: string): () => void {
  const stream = createWriteStream(pipe)
  // The sound server closes its end first.
  stream.on('error', () => clearInterval(timer))
  const startedAt = performance.now()
  let frames = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) * DEVICE_RATE) / 1000)
    const samples = Int16Array.from({ length: due - frames }, (_, index) =>
      (frames + index) % DEVICE_RATE < 24 ? CLICK : 0,
    )
    frames = due
    stream.write(Buffer.from(samples.buffer))
  }, FEED_EVERY_MS)
  return () => {
    clearInterval(timer)
    stream.destroy()
  }
}

function driftOf(track: Int16Array, seconds: number): Drift {
  const clicks: number[] = []
  for (let frame = 0; frame < track.length; frame += 1) {
    if (Math.abs(track[frame] ?? 0) < LEAST_CLICK) continue
    clicks.push(frame)
    frame += 24_000
  }
  const [first = 0] = clicks
  // A click may be missing where the device was opened.
  const offMs = clicks.map((frame) => {
    const second = Math.round((frame - first) / 48_000)
    return (frame - first - second * 48_000) / 48
  })
  return {
    seconds,
    endMs: offMs.at(-1) ?? Number.NaN,
    mostMs: Math.max(...offMs.map(Math.abs)),
    uncorrectedMs: seconds * (DEVICE_RATE / 48_000 - 1) * 1000,
  }
}
