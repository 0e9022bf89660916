import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { PCM_RATE } from '#core/sound/pcm'
import { RECORDING_RATE } from '#core/recording/block'
import type { EngineCaller } from '../../engine-link/engine-link.ts'
import { LiveSound } from '../live-sound.ts'
import { LiveSource } from '../live-source.ts'
import { PcmFile } from '../../sound/pcm-file.ts'

/** Sample value of test speech: not zero. */
const LOUD = 8_000
/** Minimum length of a pause in speech, as sound arrives in blocks. */
const FRAME = PCM_RATE / 100

/** A detector that treats all nonzero sound as speech, in frames of 10 ms. */
export const loudness: EngineCaller = {
  call(request) {
    if (request.kind !== 'detect') return Promise.reject(new Error(`not asked for ${request.kind}`))
    const pcm = new PcmFile(request.pcmPath)
    const samples = pcm.read(request.startSample, request.sampleCount)
    pcm.close()
    const spans: { start: number; end: number }[] = []
    for (let at = 0; at < samples.length; at += FRAME) {
      if (!samples.subarray(at, at + FRAME).some((sample) => Math.abs(sample) > 0.05)) continue
      const [start, end] = [at / PCM_RATE, Math.min(samples.length, at + FRAME) / PCM_RATE]
      const last = spans.at(-1)
      if (last !== undefined && start - last.end < 0.2) last.end = end
      else spans.push({ start, end })
    }
    return Promise.resolve(spans) as never
  },
  close: () => Promise.resolve(),
}

export interface FedSource {
  readonly live: LiveSource
  /** Adds seconds of speech, or of silence. */
  speak(seconds: number): void
  pause(seconds: number): void
}

export async function fedSource(source: number, isFar = false): Promise<FedSource> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo live '))
  let written = new Int16Array()
  const sound = new LiveSound({
    folder,
    source,
    read: (from, frames) => Promise.resolve(written.slice(from, from + frames)),
  })
  onTestFinished(async () => {
    await sound.close()
    await rm(folder, { recursive: true, force: true })
  })
  const add = (seconds: number, level: number): void => {
    const more = new Int16Array(written.length + Math.round(seconds * RECORDING_RATE))
    more.set(written)
    more.fill(level, written.length)
    written = more
  }
  return {
    live: new LiveSource({ source, sound, isFar, engine: loudness, signal: new AbortController().signal }),
    speak: (seconds) => add(seconds, LOUD),
    pause: (seconds) => add(seconds, 0),
  }
}
