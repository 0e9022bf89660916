import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { alignTexts } from '#core/words/align/align'
import { paragraphText, transcriptWords } from '#core/transcript/transcript'
import { makeMoonshineFolder } from '../studio/models/testing/moonshine.ts'
import { makeSampleLibrary } from './testing/sample-library.ts'
import { filesBelow, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { decodesOf, mustExit } from './testing/run-parolo.ts'
import { oneVoiceEn, spokenIn, twoVoicesEn } from './testing/speech.ts'
import { wordErrorRate } from '#core/words/word-error-rate'

const LONG = 120_000

let place: TestHome
let folder: string
beforeAll(async () => {
  place = await makeSampleLibrary()
  folder = await makeMoonshineFolder(place.root)
})
afterAll(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)

describe('a model of another kind (Moonshine tiny)', () => {
  it('is added from a folder: its kind is known by its files', async () => {
    const added = await run('models', 'add', folder)
    expect(added).toMatchObject({ exitCode: 0, stderr: 'moonshine-tiny: added (moonshine)\n' })
    const list = await run('models', 'list')
    expect(list.stdout).toMatch(/^moonshine-tiny\trecogniser\tmoonshine\ten\t/mu)
    expect(list.stdout).toMatch(/^whisper-base-beam5\trecogniser\twhisper\t99\t/mu)
    const verified = await run('models', 'verify')
    expect(verified).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('moonshine-tiny\tintact\n'),
    })
    const doctor = await run('doctor')
    mustExit(doctor, 0)
    expect(doctor.stdout).toMatch(/moonshine-tiny/u)
  })

  it('is not added twice', async () => {
    const again = await run('models', 'add', folder)
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toMatch(/^parolo: A model named moonshine-tiny already exists\. /u)
  })

  it(
    'recognises speech, with times for words though it gives none: those of the embedded model’s text',
    async () => {
      const words = ['transcribe', oneVoiceEn, '--model', 'moonshine-tiny', '--format', 'json', '--stdout']
      const result = await run(...words)
      mustExit(result, 0)
      const document = formats.json.read?.(result.stdout).document
      if (!document) throw new Error('no document')
      const { transcript } = document
      const spoken = await spokenIn(oneVoiceEn)
      const text = transcript.paragraphs.map(paragraphText).join(' ')
      expect(wordErrorRate(spoken.words.map((word) => word.text).join(' '), text)).toBeLessThan(0.25)
      expect(transcript.language).toBe('en')
      expect(transcript.run.models.find(({ role }) => role === 'recogniser')?.id).toBe('moonshine-tiny')
      const recognized = transcriptWords(transcript)
      for (const word of recognized) {
        expect(word.confidence).toBeNull()
        const middle = (word.startMs + word.endMs) / 2
        const spokenThere = spoken.turns.some(
          ({ startMs, endMs }) => middle > startMs - 300 && middle < endMs + 300,
        )
        expect(spokenThere).toBe(true)
      }
      expect(transcript.run.settings).toMatchObject({ wordTimes: 'whisper-base-beam5' })
      // Distributing words evenly over the speech misplaces them by up to a second (docs/engine.md 4).
      const spread = await run(...words, '--quick', '--speakers', '1')
      mustExit(spread, 0)
      const quick = formats.json.read?.(spread.stdout).document.transcript
      if (!quick) throw new Error('no document')
      const [aligned, evenly] = [errorsOf(recognized), errorsOf(transcriptWords(quick))]
      expect(aligned.length).toBeGreaterThan(spoken.words.length * 0.7)
      expect(middleOf(aligned)).toBeLessThan(100)
      expect(middleOf(aligned)).toBeLessThan(middleOf(evenly) / 2)

      function errorsOf(found: readonly { readonly text: string; readonly startMs: number }[]): number[] {
        return alignTexts(
          spoken.words.map(({ text: word }) => word),
          found.map(({ text: word }) => word),
        ).map(({ old, new: at }) =>
          Math.abs((found[at]?.startMs ?? Number.NaN) - (spoken.words[old]?.startMs ?? Number.NaN)),
        )
      }
    },
    LONG,
  )

  it('and a language that it does not speak: a clear message before any work', async () => {
    const result = await run('transcribe', twoVoicesEn, '--model', 'moonshine-tiny', '--language', 'fr')
    expect(result.exitCode).not.toBe(0)
    expect(result.stderr).toMatch(/^parolo: The model moonshine-tiny does not support “fr”\. [^\n]*\n$/u)
    expect(
      (await filesBelow(path.join(place.home, 'cache'))).filter((file) => file.includes('two-voices')),
    ).toEqual([])
    expect(await filesBelow(place.folder)).toEqual([])
  })

  it(
    'is another command than the same file with the embedded model',
    async () => {
      const words = ['transcribe', twoVoicesEn, '--quick', '--format', 'txt', '--progress', 'json']
      const embedded = await run(...words)
      const other = await run(...words, '--model', 'moonshine-tiny', '--overwrite')
      expect([embedded.exitCode, other.exitCode]).toEqual([0, 0])
      expect(decodesOf(other).decoded).toBeGreaterThan(0)
      await rm(path.join(place.folder, 'two-voices-8s-en.txt'))
    },
    LONG,
  )

  it('damaged on disk: said before it is loaded, by verify and by doctor', async () => {
    const file = path.join(place.home, 'models/moonshine-tiny/tokens.txt')
    await appendFile(file, 'x')
    const result = await run('transcribe', oneVoiceEn, '--model', 'moonshine-tiny', '--quick')
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('The model moonshine-tiny is damaged')
    expect(result.stderr).toContain('tokens.txt')
    const verified = await run('models', 'verify')
    expect(verified.exitCode).toBe(1)
    expect(verified.stdout).toMatch(/^moonshine-tiny\tdamaged: .*tokens\.txt$/mu)
    const doctor = await run('doctor')
    expect(doctor.exitCode).toBe(1)
    expect(doctor.stdout).toContain('The model moonshine-tiny is damaged')
  })

  it('is removed; an embedded one is not', async () => {
    expect((await run('models', 'remove', 'moonshine-tiny')).exitCode).toBe(0)
    expect(await filesBelow(path.join(place.home, 'models'))).toEqual([])
    expect((await run('models', 'list')).stdout).not.toContain('moonshine')
    const embedded = await run('models', 'remove', 'whisper-base-beam5')
    expect(embedded.exitCode).toBe(1)
    expect(embedded.stderr).toContain('is included with Parolo')
    expect((await run('models', 'remove', 'moonshine-tiny')).stderr).toContain('Unknown model')
  })
})

const middleOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

describe('what is no model', () => {
  it('is refused with a plain line', async () => {
    const empty = path.join(place.root, 'empty')
    await mkdir(empty)
    for (const target of [empty, path.join(place.root, 'nowhere'), oneVoiceEn]) {
      const result = await run('models', 'add', target)
      expect(result.exitCode).toBe(1)
      expect(result.stderr).toMatch(/^parolo: .* does not contain a model of a supported type\. [^\n]*\n$/u)
    }
  })

  it(
    'files of the right names that no engine can load: said plainly, once',
    async () => {
      const broken = path.join(place.root, 'broken-whisper')
      await mkdir(broken)
      for (const name of ['encoder.onnx', 'decoder.onnx', 'tokens.txt'])
        await writeFile(path.join(broken, name), 'nonsense')
      expect((await run('models', 'add', broken)).exitCode).toBe(0)
      const result = await run('transcribe', twoVoicesEn, '--model', 'broken-whisper', '--language', 'en')
      expect(result.exitCode).toBe(1)
      expect(result.stderr).toContain('The model could not be loaded.')
      expect(await filesBelow(place.folder)).toEqual([])
    },
    LONG,
  )
})
