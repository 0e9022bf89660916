import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PCM_RATE } from '#core/sound/pcm'
import { alignTexts } from '#core/words/align/align'
import type { Decoded, Token } from '#core/words/decoded'
import type { SampleSpan } from '#core/windows/windows'
import { readTokens } from '#core/words/tokens'
import { EngineLink } from '../engine-link/engine-link.ts'
import { forkEngine } from '../engine-link/fork-engine.ts'
import { findFfmpeg } from '../sound/ffmpeg.ts'
import { configChange, type Pass, recognizerLoad } from './model-config.ts'
import { DEFAULT_MODELS, type Model, ModelStore } from './model-store.ts'

/** A plain beam search over the decoder without one; written by scripts/models/whisper/check.py. */
interface PlainSearch {
  readonly clip: string
  readonly language: string
  readonly startSample: number
  readonly sampleCount: number
  readonly tailPaddings: number
  readonly tokens: readonly string[]
  readonly probabilities: readonly number[]
  readonly starts: readonly number[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const LONG = 120_000
/** Number of samples of a span that is decoded several times. */
const SHORT = 12 * PCM_RATE
/** Number of samples sufficient to detect the language. */
const ENOUGH_TO_TELL = 5 * PCM_RATE
/**
 * Maximum distance of a probability from its band: int8 products are rounded relative to a call's largest
 * value.
 */
const NEAR = 0.1
const BAND_LIMITS = [1, 0.8, 0.5, 0.25, 0]
/**
 * Minimum share of equal results: if the last bit of a feature decides between a comma and a full stop,
 * another processor may decide otherwise.
 */
const NEARLY_ALL = 0.93
/** Five steps of the attention: where two tokens meet inside a word, several paths are nearly equal. */
const START_STEPS = 0.101

let folder: string
let model: Model
let link: EngineLink
const searches: PlainSearch[] = JSON.parse(
  await readFile(new URL('./testing/plain-searches.json', import.meta.url), 'utf8'),
)

const pcmOf = (clip: string): string => path.join(folder, `${clip}.pcm`)

async function decode(pcmPath: string, { startSample, sampleCount }: SampleSpan): Promise<Decoded> {
  const raw = await link
    .call({ kind: 'recognize', pcmPath, startSample, sampleCount }, { soundSeconds: sampleCount / PCM_RATE })
    .catch((error: unknown) => {
      const why =
        'The decoder with the search inside rests on sherpa-onnx passing its caches on without a look at their ' +
        'shapes (scripts/models/whisper/search_decoder.py); does this version of sherpa-onnx still do so?'
      throw new Error(why, { cause: error })
    })
  return readTokens(raw, { startSample, sampleCount }, model.entry.confidence)
}

async function speak(language: string | null, pass: Pass = 'first'): Promise<void> {
  const load = recognizerLoad(model, language, pass)
  await link.reconfigure(load, configChange(load))
}

/** The pass whose settings the plain search used. */
function passOf({ tailPaddings }: PlainSearch): Pass {
  return tailPaddings === model.entry.secondPass['whisper.tailPaddings'] ? 'second' : 'first'
}

const inFirstPass = new Map<PlainSearch, Decoded>()

/** The first pass's result for a search's span, decoded separately: once for all tests. */
async function decodeAlone(search: PlainSearch): Promise<Decoded> {
  const before = inFirstPass.get(search)
  if (before !== undefined) return before
  await speak(search.language)
  const found = await decode(pcmOf(search.clip), search)
  inFirstPass.set(search, found)
  return found
}

/** Writes sound from a function: one number per sample, -1 to 1. */
async function writeSound(name: string, seconds: number, sampleAt: (index: number) => number) {
  const samples = Int16Array.from({ length: seconds * PCM_RATE }, (_, index) => sampleAt(index) * 32_767)
  await writeFile(pcmOf(name), new Uint8Array(samples.buffer))
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-whisper-'))
  const { ffmpeg } = await findFfmpeg()
  for (const clip of new Set(searches.map((search) => search.clip))) {
    const file = path.join(root, 'fixtures', 'speech', `${clip}.opus`)
    await promisify(execFile)(ffmpeg, [
      '-v',
      'error',
      '-i',
      file,
      '-ac',
      '1',
      '-ar',
      `${PCM_RATE}`,
      '-f',
      's16le',
      pcmOf(clip),
    ])
  }
  model = await new ModelStore(path.join(root, 'resources', 'models'), folder).find(DEFAULT_MODELS.recognizer)
  link = new EngineLink({
    setUp: [recognizerLoad(model, 'en', 'first')],
    parallel: 2,
    startEngine: forkEngine(),
  })
}, LONG)
afterAll(async () => {
  await link.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the embedded Whisper', () => {
  it.each(searches)(
    'finds in $clip from $startSample, padded by $tailPaddings, what a plain beam search finds, with bands and times',
    async (search) => {
      if (passOf(search) === 'second') await speak(search.language, 'second')
      const { tokens } =
        passOf(search) === 'first' ? await decodeAlone(search) : await decode(pcmOf(search.clip), search)
      const pairs = alignTexts(
        search.tokens,
        tokens.map(({ text }) => text),
      )
      const most = Math.max(tokens.length, search.tokens.length)
      expect(pairs.length / most).toBeGreaterThanOrEqual(NEARLY_ALL)
      const near = pairs.filter(({ old: expected, new: found }) => {
        const { band, startSeconds } = tokens[found] as Token
        const probability = search.probabilities[expected] as number
        const [highest, lowest] = [BAND_LIMITS[band ?? 0] as number, BAND_LIMITS[(band ?? 0) + 1] as number]
        const apart = Math.abs((startSeconds ?? Infinity) - (search.starts[expected] as number))
        return probability <= highest + NEAR && probability >= lowest - NEAR && apart <= START_STEPS
      })
      expect(near.length / pairs.length).toBeGreaterThanOrEqual(NEARLY_ALL)
    },
    LONG,
  )

  it(
    'names the language where none is given',
    async () => {
      await speak(null)
      const onePerClip = new Map(searches.map((search) => [search.clip, search])).values()
      for (const { clip, language, startSample } of onePerClip) {
        const found = await decode(pcmOf(clip), { startSample, sampleCount: ENOUGH_TO_TELL })
        expect([clip, found.language]).toEqual([clip, language])
      }
    },
    LONG,
  )

  it(
    'writes nothing where nobody speaks',
    async () => {
      await speak('en')
      let seed = 1
      const noise = (): number => {
        seed = (seed * 16_807) % 2_147_483_647
        return seed / 2_147_483_647 - 0.5
      }
      await writeSound('silence', 8, () => 0)
      await writeSound('noise', 8, () => noise() * 0.1)
      await writeSound('tone', 8, (index) => 0.2 * Math.sin((index * 2 * Math.PI * 440) / PCM_RATE))
      for (const name of ['silence', 'noise', 'tone']) {
        const { text } = await decode(pcmOf(name), { startSample: 0, sampleCount: 8 * PCM_RATE })
        expect([name, text]).toEqual([name, ''])
      }
    },
    LONG,
  )

  it(
    'gives the same whether one or several are decoded at once, in one process or two',
    async () => {
      const english = searches.filter(
        (search) => search.language === 'en' && passOf(search) === 'first' && search.sampleCount <= SHORT,
      )
      expect(english.length).toBeGreaterThan(2)
      const alone: Decoded[] = []
      for (const search of english) alone.push(await decodeAlone(search))
      await speak('en')
      const atOnce = await Promise.all(english.map(({ clip, ...span }) => decode(pcmOf(clip), span)))
      expect(atOnce).toEqual(alone)
      const first = link
      link = new EngineLink({
        setUp: [recognizerLoad(model, 'en', 'first')],
        parallel: 4,
        startEngine: forkEngine(),
      })
      try {
        expect(await Promise.all(english.map(({ clip, ...span }) => decode(pcmOf(clip), span)))).toEqual(
          alone,
        )
      } finally {
        await link.close()
        link = first
      }
    },
    LONG,
  )

  it(
    'takes sound of any length up to half a minute, and gives times inside of it',
    async () => {
      await speak('en')
      for (const seconds of [0.2, 1, 25.8, 29]) {
        const sampleCount = seconds * PCM_RATE
        const { tokens } = await decode(pcmOf('meeting-en'), { startSample: 0, sampleCount })
        for (const { startSeconds, endSeconds } of tokens) {
          expect(startSeconds).toBeGreaterThanOrEqual(0)
          expect(endSeconds).toBeLessThanOrEqual(seconds)
          expect(endSeconds).toBeGreaterThanOrEqual(startSeconds as number)
        }
      }
    },
    LONG,
  )
})
