import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { PCM_RATE } from '#core/sound/pcm'
import type { EngineCaller } from '../../engine-link/engine-link.ts'
import { recognizeApart, recognizeCut, recognizeWhole } from './recognize-join.ts'

const SECOND = PCM_RATE

/** An engine that is given ranges of files, and what was in them. */
function listener() {
  const heard: Int16Array[] = []
  const link: EngineCaller = {
    call: (request) => {
      if (request.kind !== 'recognize') throw new Error(request.kind)
      const bytes = readFileSync(request.pcmPath)
      const all = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
      heard.push(all.slice(request.startSample, request.startSample + request.sampleCount))
      return Promise.resolve({ text: `text ${heard.length}` } as never)
    },
    close: () => Promise.resolve(),
  }
  return { heard, recognizer: { link, signal: new AbortController().signal } }
}

/** Ten seconds; each sample has the number of its second in thousands. */
async function files() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'joins '))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const pcm = path.join(folder, 'track-0.pcm')
  const samples = Int16Array.from({ length: 10 * SECOND }, (_, at) => 1_000 * Math.floor(at / SECOND))
  await writeFile(pcm, samples)
  return { pcm, scratch: path.join(folder, 'scratch') }
}

const span = (from: number, to: number) => ({ startMs: 1_000 * from, endMs: 1_000 * to })
const window = { before: span(1, 3), after: span(7, 9), whole: [span(1, 9)] }
/** The thousands of the middle of each second. */
const secondsOf = (sound: Int16Array | undefined): number[] =>
  Array.from({ length: Math.floor((sound?.length ?? 0) / SECOND) }, (_, at) =>
    Math.round((sound?.[at * SECOND + SECOND / 2] ?? 0) / 1_000),
  )

it('the whole is heard as it is, the cut without what is cut, with the fades of a file', async () => {
  const { heard, recognizer } = listener()
  const own = await files()
  await expect(recognizeWhole(recognizer, window, own)).resolves.toBe('text 1')
  await expect(recognizeCut(recognizer, window, own)).resolves.toBe('text 2')
  expect(secondsOf(heard[0])).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(heard[1]?.length).toBe(4 * SECOND)
  expect(secondsOf(heard[1])).toEqual([1, 2, 7, 8])
  // At the join the cut sound before the next span is added.
  const last = heard[1]?.[2 * SECOND - 1] ?? 0
  expect(last).toBeGreaterThan(7_500)
  expect(last).toBeLessThan(8_100)
  expect(heard[1]?.[2 * SECOND - 200]).toBeCloseTo(2_000, -2)
})

it('apart, both sides are heard with silence between them, and each alone', async () => {
  const { heard, recognizer } = listener()
  await expect(recognizeApart(recognizer, window, await files())).resolves.toEqual([
    'text 1',
    'text 2 text 3',
  ])
  expect(heard.map(({ length }) => length / SECOND)).toEqual([4.3, 2.2, 2.2])
  expect(secondsOf(heard[0])).toEqual([1, 2, 7, 8])
  expect(secondsOf(heard[2])).toEqual([7, 8])
})

it('at an end of the recording there is one side; of a long cut both ends are heard uncut', async () => {
  const { heard, recognizer } = listener()
  const own = await files()
  const start = { before: null, after: span(2, 4), whole: [span(0, 4)] }
  await recognizeCut(recognizer, start, own)
  await expect(recognizeApart(recognizer, start, own)).resolves.toHaveLength(1)
  expect(secondsOf(heard[0])).toEqual([2, 3])
  await expect(recognizeWhole(recognizer, { ...window, whole: [span(1, 4), span(6, 9)] }, own)).resolves.toBe(
    'text 3 text 4',
  )
})
