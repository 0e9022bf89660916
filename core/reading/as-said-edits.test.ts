import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { CueParts } from '../captions/cue-parts.ts'
import { makeCues } from '../captions/cues.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { countFillers } from '../fillers/count-fillers.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { isAsSaid, toggleAsSaid } from './as-said-edits.ts'
import { readTranscript } from './read-transcript.ts'

const said = (...texts: readonly string[]): Transcript => ({
  ...conversation([]),
  paragraphs: texts.map((text, index) =>
    paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
  ),
  fillers: 'hidden',
  numbers: 'digits',
})
const options = { durationMs: 60_000, language: 'en' }
const cuesOf = (transcript: Transcript) => makeCues(transcript, rulesOf(transcript), options)
const cueText = (transcript: Transcript): string =>
  cuesOf(transcript)
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join(' ')
const readText = (transcript: Transcript): string =>
  readTranscript(transcript).paragraphs.map(paragraphText).join(' ')
const ids = (() => {
  let made = 0
  return () => `e${made++}`
})()
const toggled = (transcript: Transcript, fromWordId: string, toWordId = fromWordId): Transcript =>
  applyEdits(transcript, toggleAsSaid(transcript, { fromWordId, toWordId }, ids)).transcript

it('a number and a filler stay as they were said, in captions and the text to read, until that is taken back', () => {
  const text = 'Well, um, we saw three hundred cats at ten thirty.'
  const transcript = said(text)
  expect(readText(transcript)).toBe('Well, we saw 300 cats at 10:30.')
  // Any word of the number identifies it.
  const one = toggled(transcript, 'c0.5')
  expect(readText(one)).toBe('Well, we saw three hundred cats at 10:30.')
  expect(cueText(one)).toBe(readText(one))
  expect(isAsSaid(one, { fromWordId: 'c0.4', toWordId: 'c0.4' })).toBe(true)
  expect(isAsSaid(one, { fromWordId: 'c0.4', toWordId: 'c0.9' })).toBe(false)
  const all = toggled(one, 'c0.0', 'c0.9')
  expect(readText(all)).toBe(text)
  expect(cueText(all)).toBe(text)
  expect([countFillers(transcript), countFillers(all)]).toEqual([1, 0])
  expect(readText(toggled(all, 'c0.1'))).toBe('Well, we saw three hundred cats at ten thirty.')
  const back = toggled(all, 'c0.0', 'c0.9')
  expect(back.marks).toEqual([])
  expect(readText(back)).toBe(readText(transcript))
})

it('has nothing to do where the choices do nothing, and in a selection over paragraphs takes each', () => {
  const transcript = said('We saw three hundred cats', 'and, um, fifty percent of them')
  expect(isAsSaid(transcript, { fromWordId: 'c0.0', toWordId: 'c0.1' })).toBeNull()
  const { fillers: _, numbers: __, ...plain } = transcript
  expect(isAsSaid(plain, { fromWordId: 'c0.0', toWordId: 'c0.4' })).toBeNull()
  expect(toggleAsSaid(plain, { fromWordId: 'c0.0', toWordId: 'c0.4' }, ids)).toEqual([])
  const both = toggled(transcript, 'c0.3', 'c1.2')
  expect(readText(both)).toBe('We saw three hundred cats and, um, fifty percent of them')
})

const word = fc.constantFrom(
  ...'I saw three hundred and five um, uh the the twenty one percent of them May third'.split(' '),
)
const speech = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))

it('whatever is said and excepted: captions say the same as the text, made in parts too, and twice is as before', () => {
  fc.assert(
    fc.property(speech, speech, fc.nat(23), fc.nat(23), (one, two, a, b) => {
      const transcript = said(one, two)
      const words = transcriptWords(transcript)
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((at) => words[at % words.length]?.id ?? '')
      const places = words.map(({ id }) => id)
      const [first = '', last = ''] =
        places.indexOf(from ?? '') <= places.indexOf(to ?? '') ? [from, to] : [to, from]
      const range = { fromWordId: first, toWordId: last }
      const excepted = toggled(transcript, first, last)
      const bare = (text: string): string => text.replaceAll(/[\s-]+/gu, '')
      expect(bare(cueText(excepted))).toBe(bare(readText(excepted)))
      const state = isAsSaid(transcript, range)
      expect(isAsSaid(excepted, range)).toBe(state === null ? null : true)
      if (state !== null) expect(toggled(excepted, first, last).marks).toEqual([])
      const parts = new CueParts()
      for (const given of [transcript, excepted, transcript]) {
        const steps = parts.update(given, rulesOf(given), options)
        let step = steps.next()
        while (step.done !== true) step = steps.next()
        expect(step.value).toEqual(cuesOf(given))
      }
    }),
    { numRuns: 300 },
  )
})
