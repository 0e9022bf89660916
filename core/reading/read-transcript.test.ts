import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { editableText } from '../captions/edits/editable-text.ts'
import { typeInCue } from '../captions/edits/type-in-cue.ts'
import { CueParts } from '../captions/cue-parts.ts'
import { makeCues } from '../captions/cues.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import { type Mark, paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { readTranscript } from './read-transcript.ts'

const said = (text: string, marks: readonly Mark[] = []): Transcript => ({
  ...conversation(marks),
  paragraphs: [paragraph('p1', 's1', saidWords('c1', text, 0))],
  numbers: 'digits',
})
const options = { durationMs: 60_000, language: 'en' }
const textOf = (transcript: Transcript): string => transcript.paragraphs.map(paragraphText).join('\n')
const cueText = (transcript: Transcript): string =>
  makeCues(transcript, rulesOf(transcript), options)
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join(' ')

it('one word with the id of the first has the time of all, and marks on the others are on it', () => {
  const mark = { id: 'm', kind: 'comment' as const, fromWordId: 'c1.3', toWordId: 'c1.4', value: 'why?' }
  const transcript = said('So we saw three hundred and five cats', [mark])
  const read = readTranscript(transcript)
  expect(textOf(read)).toBe('So we saw 305 cats')
  const [first, last] = [transcript.paragraphs[0]?.words[3], transcript.paragraphs[0]?.words[6]]
  expect(read.paragraphs[0]?.words[3]).toMatchObject({
    id: 'c1.3',
    startMs: first?.startMs,
    endMs: last?.endMs,
  })
  expect(read.marks).toEqual([{ ...mark, toWordId: 'c1.3' }])
  expect(read).not.toHaveProperty('numbers')
})

it.each([
  { id: 'm', kind: 'speaker-checked' as const, fromWordId: 'c1.0', toWordId: 'c1.4', value: null },
  {
    id: 'm',
    kind: 'different-speakers' as const,
    fromWordId: 'c1.4',
    toWordId: 'c1.6',
    value: ['s1', 's2'] as const,
  },
])('$kind, which is not shown, divides no number', (mark) => {
  const transcript = said('So we saw three hundred and five cats', [mark])
  expect(textOf(readTranscript(transcript))).toBe('So we saw 305 cats')
  expect(cueText(transcript)).toBe('So we saw 305 cats')
})

it('with hidden fillers it is the number of the words that are left', () => {
  const transcript = { ...said('So we saw twenty, um, twenty two cats'), fillers: 'hidden' as const }
  expect(textOf(readTranscript(transcript))).toBe(cueText(transcript))
  const plain = { ...said('So we saw um twenty two cats'), fillers: 'hidden' as const }
  expect(textOf(readTranscript(plain))).toBe('So we saw 22 cats')
  expect(cueText(plain)).toBe('So we saw 22 cats')
})

it('a caption that begins within a number keeps it as it was said', () => {
  const mark = { id: 'm', kind: 'break-before' as const, fromWordId: 'c1.4', toWordId: 'c1.4', value: null }
  const transcript = said('So we saw three hundred cats', [mark])
  expect(textOf(readTranscript(transcript))).toBe('So we saw three hundred cats')
  const lines = makeCues(transcript, rulesOf(transcript), options).map((cue) => cue.lines[0]?.text)
  expect(lines).toEqual(['So we saw three', 'hundred cats'])
})

it('a caption of its own times that ends with a number has it in digits', () => {
  const end = { id: 'm', kind: 'cue-end' as const, fromWordId: 'c1.4', toWordId: 'c1.4', value: 9_000 }
  const start = { id: 'n', kind: 'cue-start' as const, fromWordId: 'c1.0', toWordId: 'c1.0', value: 0 }
  const transcript = said('So we saw three hundred cats', [start, end])
  const cues = makeCues(transcript, rulesOf(transcript), options)
  expect(cues.map(({ endMs, lines }) => [endMs, lines[0]?.text])).toEqual([
    [9_000, 'So we saw 300'],
    [expect.any(Number), 'cats'],
  ])
})

it('a caption is typed in as it was said', () => {
  const transcript = said('So we saw three hundred and five cats')
  const rules = rulesOf(transcript)
  const cues = makeCues(transcript, rules, options)
  const [cue] = cues
  if (cue === undefined) throw new Error('no caption')
  expect(cue.lines[0]?.text).toBe('So we saw 305 cats')
  expect(editableText(cue, transcript, cues).text).toBe('So we saw three hundred and five cats')
  let made = 0
  const context = { transcript, cues, rules, ...options, newId: () => `e${made++}` }
  const edits = typeInCue(context, cue, 'So we saw three hundred and six cats')
  const after = applyEdits(transcript, edits).transcript
  expect(textOf(after)).toBe('So we saw three hundred and six cats')
  expect(cueText(after)).toBe('So we saw 306 cats')
})

const word = fc.constantFrom(
  ...'I saw three hundred and five twenty one of them percent euros point um, to between million May third the'.split(
    ' ',
  ),
  'twenty-one,',
  'Ten.',
  '“six”',
  '30',
  'heures',
)
const speech = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
const transcripts = fc
  .record({
    one: speech,
    two: speech,
    from: fc.nat(13),
    to: fc.nat(13),
    kind: fc.constantFrom('comment', 'hide', 'break-before', 'italic', 'cue-end', 'as-said'),
    language: fc.constantFrom('en', 'fr'),
    isClean: fc.boolean(),
  })
  .map(({ one, two, from, to, kind, language, isClean }): Transcript => {
    const words = saidWords('c1', one, 0)
    const [first = '', last = ''] = [Math.min(from, to), Math.max(from, to)].map(
      (at) => words[Math.min(at, words.length - 1)]?.id,
    )
    const mark = {
      id: 'm',
      kind,
      fromWordId: first,
      toWordId: kind === 'break-before' || kind === 'cue-end' ? first : last,
      value: kind === 'comment' ? 'why?' : kind === 'cue-end' ? 7_900 : null,
    }
    return {
      ...conversation([mark as Mark]),
      language,
      paragraphs: [paragraph('p1', 's1', words), paragraph('p2', 's2', saidWords('c2', two, 8_000))].map(
        (each) => ({
          ...each,
          language,
        }),
      ),
      ...(isClean ? { fillers: 'hidden' as const } : {}),
      numbers: 'digits',
    }
  })

it('whatever is said: ids, order and times stay, no paragraph is emptied, and the transcript itself is unchanged', () => {
  fc.assert(
    fc.property(transcripts, (transcript) => {
      const before = JSON.stringify(transcript)
      const read = readTranscript(transcript)
      expect(JSON.stringify(transcript)).toBe(before)
      expect(lint(read)).toEqual([])
      expect(read.paragraphs.every(({ words }) => words.length > 0)).toBe(true)
      const known = new Map(transcriptWords(transcript).map((each) => [each.id, each]))
      for (const { id, startMs, endMs, text } of transcriptWords(read)) {
        const own = known.get(id)
        expect(startMs).toBe(own?.startMs)
        expect(endMs).toBeGreaterThanOrEqual(own?.endMs ?? Infinity)
        expect(text.trim()).not.toBe('')
      }
      const { numbers: _, ...spoken } = transcript
      if (transcript.fillers === undefined) expect(readTranscript(spoken)).toBe(spoken)
    }),
    { numRuns: 400 },
  )
})

it('captions hold the same words as the text, whole or in parts, and what was said once that is chosen', () => {
  const bare = (text: string): string => text.replaceAll(/[\s-]+/gu, '')
  fc.assert(
    fc.property(transcripts, (transcript) => {
      const rules = rulesOf(transcript)
      const cues = makeCues(transcript, rules, options)
      if (transcript.marks[0]?.kind !== 'hide')
        expect(bare(cueText(transcript))).toBe(bare(textOf(readTranscript(transcript))))
      const parts = new CueParts()
      const made = (given: Transcript): unknown => {
        const steps = parts.update(given, rules, options)
        for (;;) {
          const step = steps.next()
          if (step.done === true) return step.value
        }
      }
      const { numbers: _, ...spoken } = transcript
      expect(made(transcript)).toEqual(cues)
      expect(made(spoken)).toEqual(makeCues(spoken, rules, options))
    }),
    { numRuns: 200 },
  )
})
