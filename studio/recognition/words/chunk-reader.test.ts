import { expect, test } from 'vitest'
import type { Chunk } from '#core/chunks/plan'
import type { ReadSamples } from '#core/chunks/quietest'
import { PCM_RATE } from '#core/sound/pcm'
import type { SampleSpan } from '#core/windows/windows'
import type { Decoded } from '#core/words/decoded'
import { ChunkReader } from './chunk-reader.ts'

const LOOPING = ' no no no no no no no no no no no no no'
const SECONDS = 10
const end = SECONDS * PCM_RATE
const silence: ReadSamples = (_startSample, sampleCount) => new Float32Array(sampleCount)

/** Answers in the order that is asked of it, once `answer` is called; `asked`: spans not answered yet, in seconds. */
function heldDecodes(textOf: (span: SampleSpan) => string) {
  const held: { readonly span: SampleSpan; readonly resolve: (decoded: Decoded) => void }[] = []
  const decode = (span: SampleSpan): Promise<Decoded> =>
    new Promise((resolve) => held.push({ span, resolve }))
  const secondsOf = ({ startSample, sampleCount }: SampleSpan): string =>
    [startSample, startSample + sampleCount].map((at) => Math.round((at / PCM_RATE) * 10) / 10).join('–')
  const answer = async (at: number): Promise<void> => {
    const [one] = held.splice(at, 1)
    if (one === undefined) throw new Error('nothing was asked')
    const text = textOf(one.span)
    const tokens = text.split(/(?= )/u).map((word) => ({
      text: word,
      startSeconds: 0.1,
      endSeconds: 0.4,
      band: text === LOOPING ? (3 as const) : (0 as const),
    }))
    one.resolve({ span: one.span, text, language: 'en', tokens: text === '' ? [] : tokens })
    await new Promise((done) => setImmediate(done))
  }
  return { decode, answer, asked: () => held.map(({ span }) => secondsOf(span)) }
}

function readerOf(regions: Chunk['regions'], decode: (span: SampleSpan) => Promise<Decoded>): ChunkReader {
  const chunk: Chunk = {
    startSample: 0,
    endSample: end,
    localSpeaker: 0,
    regions,
    cutBefore: true,
    cutAfter: true,
  }
  return new ChunkReader(decode, silence, [chunk], { startSample: 0, endSample: end })
}

test('the halves of a rejected text are decoded at the same time and stand in the order of the sound', async () => {
  const held = heldDecodes(({ startSample, sampleCount }) =>
    sampleCount === end ? LOOPING : startSample === 0 ? ' first' : ' second',
  )
  const reading = readerOf([{ startSample: 0, endSample: end }], held.decode).first(0)
  await held.answer(0)
  expect(held.asked()).toHaveLength(2)
  await held.answer(1)
  await held.answer(0)
  // What neither half has a token for is decoded too.
  while (held.asked().length > 0) await held.answer(0)
  const read = await reading
  expect(read?.rejection).toBe('repetition')
  expect(read?.decodes.map(({ text }) => text)).toEqual([' first', ' second'])
})

test('speech that the text lacks is decoded at the same time; empty texts are left out, the rest is in order', async () => {
  const at = (from: number, to: number) => ({ startSample: from * PCM_RATE, endSample: to * PCM_RATE })
  const held = heldDecodes(({ startSample, sampleCount }) =>
    sampleCount === end ? ' start' : startSample === 4 * PCM_RATE ? '' : ` at ${startSample / PCM_RATE}`,
  )
  const reading = readerOf([at(0, 1), at(2, 3.5), at(4, 5.5), at(6, 8)], held.decode).first(0)
  await held.answer(0)
  expect(held.asked()).toEqual(['2–3.5', '4–5.5', '6–8'])
  for (const last of [2, 1, 0]) await held.answer(last)
  expect((await reading)?.covers.map(({ text }) => text)).toEqual([' at 2', ' at 6'])
})

test.each([
  ['a text', ' other words', [' other words']],
  ['no text, as there may be no speech', '', ['']],
  ['nothing, if it repeats itself', LOOPING, undefined],
])('a second text is decoded once: %s', async (_name, text, texts) => {
  const held = heldDecodes(() => text)
  const reading = readerOf([{ startSample: 0, endSample: end }], held.decode).second(0)
  await held.answer(0)
  expect(held.asked()).toEqual([])
  expect((await reading)?.decodes.map((one) => one.text)).toEqual(texts)
})
