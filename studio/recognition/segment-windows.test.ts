import { expect, it } from 'vitest'
import { liftGains } from '#core/sound/lift'
import { HOP_SAMPLES } from '#core/windows/windows'
import type { EngineRequest } from '#contracts/engine'
import type { EngineCaller } from '../engine-link/engine-link.ts'
import type { JobContext } from './job-context.ts'
import { segmentWindows } from './segment-windows.ts'

const SECONDS = 60
/** Frames of 20 ms: 30 s at a usual level, 30 s of quiet speech. */
const levels = Float32Array.from({ length: SECONDS * 50 }, (_, frame) => (frame < 1_500 ? -16 : -45))

function prepare() {
  const saved = new Map<string, string>()
  const asked: { startSample: number; isLifted: boolean }[] = []
  const engines = {
    call: async (request: EngineRequest) => {
      if (request.kind !== 'segment') throw new Error(request.kind)
      asked.push({ startSample: request.startSample, isLifted: request.gains !== null })
      return [{ start: 1, end: request.gains === null ? 2 : 3, speaker: 0 }]
    },
    close: async () => undefined,
  } as unknown as EngineCaller
  const context = {
    checkpoints: {
      key: (place: string) => place,
      many: async (kind: string, keys: readonly string[]) => keys.map((key) => saved.get(`${kind} ${key}`)),
      save: async (kind: string, key: string, text: string) => void saved.set(`${kind} ${key}`, text),
    },
    range: { startSample: 0, endSample: SECONDS * 16_000 },
    models: { segmentation: { entry: { files: {} } } },
    files: { pcm: 'sound.pcm' },
    counts: { failedChunks: 0 },
    signal: new AbortController().signal,
    cores: 2,
  } as unknown as JobContext
  const run = async (kind: 'region-window' | 'speaker-window') => {
    asked.length = 0
    const gains = kind === 'region-window' ? liftGains(levels) : null
    const windows = await segmentWindows(context, engines, kind, gains, () => undefined)
    return { windows, asked: [...asked] }
  }
  return run
}

it('a window that nothing amplifies is segmented once, for speech and for speakers', async () => {
  const run = prepare()
  const regions = await run('region-window')
  const plain = regions.asked.filter(({ isLifted }) => !isLifted).map(({ startSample }) => startSample)
  expect(regions.asked).toHaveLength(6)
  expect(plain).toEqual([0, 2, 4].map((window) => window * HOP_SAMPLES))
  const speakers = await run('speaker-window')
  expect(speakers.asked.every(({ isLifted }) => !isLifted)).toBe(true)
  expect(speakers.asked).toHaveLength(11 - plain.length)
  const alone = await prepare()('speaker-window')
  expect(alone.asked).toHaveLength(11)
  expect(speakers.windows).toEqual(alone.windows)
})

it('a speaker window is never taken for a region’s', async () => {
  const run = prepare()
  await run('speaker-window')
  expect((await run('region-window')).asked).toHaveLength(6)
})
