import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PCM_RATE } from '#core/sound/pcm'
import { EngineLink } from '../engine-link/engine-link.ts'
import { forkEngine } from '../engine-link/fork-engine.ts'
import { modelStore } from '../studio.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { withHotwords } from './hotwords.ts'
import { recognizerLoad } from './model-config.ts'

const LONG = 60_000
const SECONDS = 3
const fixtures = fileURLToPath(new URL('../../fixtures/models', import.meta.url))

/** A rising tone, so that the random weights answer with changing tokens. */
async function soundFile(folder: string): Promise<string> {
  const file = path.join(folder, 'sound.pcm')
  const samples = Int16Array.from({ length: SECONDS * PCM_RATE }, (_, at) => {
    return 9_000 * Math.sin((at / 20) * (1 + at / (SECONDS * PCM_RATE)))
  })
  await writeFile(file, new Uint8Array(samples.buffer))
  return file
}

/**
 * Models with random weights (scripts/models/made-up) go through all steps: kind, config, feeding, tokens and
 * times.
 */
describe.each([
  ['streaming-zipformer-made-up', 'online-zipformer', true],
  ['nemo-transducer-made-up', 'nemo-transducer', false],
])('%s', (name, kind, streaming) => {
  it('is known by its files and recognizes in the engine', { timeout: LONG }, async () => {
    const folder = await temporaryFolder()
    const model = await modelStore(folder).add(path.join(fixtures, name))
    expect(model.entry).toMatchObject({ id: name, kind, streaming, confidence: 'log-probabilities' })
    const engine = new EngineLink({
      setUp: [recognizerLoad(model, null, 'first')],
      parallel: 1,
      startEngine: forkEngine(),
    })
    onTestFinished(() => engine.close())
    const pcmPath = await soundFile(folder)
    const ask = (startSample: number, sampleCount: number) =>
      engine.call(
        { kind: 'recognize', pcmPath, startSample, sampleCount },
        { signal: new AbortController().signal, soundSeconds: SECONDS },
      )
    const { text, tokens = [], timestamps = [], ys_log_probs = [] } = await ask(0, SECONDS * PCM_RATE)
    expect(text).not.toBe('')
    expect(tokens.length).toBeGreaterThan(5)
    expect(timestamps).toHaveLength(tokens.length)
    expect(ys_log_probs).toHaveLength(tokens.length)
    expect(timestamps).toEqual(timestamps.toSorted((a, b) => a - b))
    expect(timestamps[0]).toBeGreaterThanOrEqual(0)
    expect(Math.max(...ys_log_probs)).toBeLessThanOrEqual(0)
    // The same span gives the same text, whatever was decoded in between.
    await ask(PCM_RATE, PCM_RATE)
    expect(await ask(0, SECONDS * PCM_RATE)).toMatchObject({ text, tokens })
    expect(await ask(0, 1)).toMatchObject({ text: '' })
    if (!streaming) return
    // A growing span: its text grows too, and reading continues even after others were decoded.
    const grown = async (seconds: number) =>
      engine.call(
        { kind: 'recognize', pcmPath, startSample: 0, sampleCount: seconds * PCM_RATE, isGrowing: true },
        { signal: new AbortController().signal, soundSeconds: seconds },
      )
    const first = await grown(1)
    await ask(PCM_RATE, PCM_RATE)
    const second = await grown(2)
    const third = await grown(SECONDS)
    expect(second.text.length).toBeGreaterThan(first.text.length)
    for (const [shorter, longer] of [
      [first, second],
      [second, third],
      [third, { text }],
    ] as const)
      expect(longer.text.startsWith(shorter.text)).toBe(true)
  })
})

it('a transducer looks for words of a glossary in a beam search', { timeout: LONG }, async () => {
  const folder = await temporaryFolder()
  const model = await modelStore(folder).add(path.join(fixtures, 'streaming-zipformer-made-up'))
  const pcmPath = await soundFile(folder)
  const texts: string[] = []
  for (const hotwords of [[], ['go', 'fa']]) {
    const engine = new EngineLink({
      setUp: [recognizerLoad(withHotwords(model, hotwords), null, 'first')],
      parallel: 1,
      startEngine: forkEngine(),
    })
    onTestFinished(() => engine.close())
    const {
      text,
      tokens = [],
      timestamps = [],
      ys_log_probs = [],
    } = await engine.call(
      { kind: 'recognize', pcmPath, startSample: 0, sampleCount: SECONDS * PCM_RATE },
      { signal: new AbortController().signal, soundSeconds: SECONDS },
    )
    expect(timestamps).toHaveLength(tokens.length)
    expect(ys_log_probs).toHaveLength(tokens.length)
    texts.push(text)
  }
  const count = (text: string | undefined): number => text?.match(/go/giu)?.length ?? 0
  expect(count(texts[1])).toBeGreaterThan(count(texts[0]))
})
