import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, Paragraph } from '../transcript/transcript.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { documentCues } from '../formats/document-cues.ts'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { CueParts } from './cue-parts.ts'
import { type Cue, makeCues } from './cues.ts'
import { editableText } from './edits/editable-text.ts'
import { randomMarks } from './testing/random-marks.ts'
import { randomParagraphs } from './testing/random-transcript.ts'
import { presetFor } from './presets/netflix.ts'
import { spoken } from './testing/spoken.ts'
import { translatedCues } from './translations/translated-cues.ts'

const names = 'change' as const
const rules = presetFor('en')

/** As the page makes them: from the whole text, in parts. */
function pageCues({ transcript, recording }: DocumentWithExtras): Cue[] {
  const { durationMs } = recording
  const steps = new CueParts().update(transcript, rules, { durationMs, language: 'en', names })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const shown = (cues: readonly Cue[]): unknown[] =>
  cues.map(({ startMs, endMs, lines, position }) => ({ startMs, endMs, lines, position }))

const fileCues = (document: DocumentWithExtras): readonly Cue[] =>
  documentCues(redactedDocument(document), { ...english, rules, captionNames: names })

const on = (kind: string, from: string, to = from, value: unknown = null): Mark =>
  ({ id: `${kind}.${from}`, kind, fromWordId: from, toWordId: to, value }) as Mark

const text = spoken([
  ['A', 0, 4_000, 'My name is Quentin Zanzibar and I live here.'],
  ['B', 5_000, 8_000, 'Nice to meet you, and thank you for coming.'],
])
const ids = text.flatMap(({ words }) => words.map(({ id }) => id))
const at = (place: number): string => ids[place] ?? ''
const withMarks = (...marks: Mark[]): DocumentWithExtras => documentOf(text, marks)
const texts = (cues: readonly Cue[]): string =>
  cues.map(({ lines }) => lines.map((line) => line.text).join(' ')).join(' | ')

describe('redacted words in captions', () => {
  test('the page shows the placeholder, and the caption has all of its words', () => {
    const cues = pageCues(withMarks(on('redaction', at(3), at(4))))
    expect(texts(cues)).toContain('My name is [redacted] and')
    expect(cues.flatMap(({ wordIds }) => wordIds)).toEqual(ids)
  })

  test('the box to edit it has the words themselves, on the lines of the caption', () => {
    const { transcript } = withMarks(
      on('redaction', at(3), at(4)),
      on('break-before', at(9)),
      on('line-break', at(5)),
    )
    const cues = makeCues(transcript, rules, { durationMs: 10_000, language: 'en' })
    expect(cues[0]?.lines.map((line) => line.text)).toEqual(['My name is [redacted]', 'and I live here.'])
    expect(editableText(cues[0]!, transcript, cues).text).toBe(
      'My name is Quentin Zanzibar\nand I live here.',
    )
  })

  test('words left out of captions stay left out beside redacted ones', () => {
    const document = withMarks(on('redaction', at(3), at(4)), on('hide', at(4), at(6)))
    expect(texts(fileCues(document))).toContain('My name is [redacted] live here.')
    expect(shown(pageCues(document))).toEqual(shown(fileCues(document)))
  })

  test('a caption that begins inside redacted words begins there in files too', () => {
    const document = withMarks(on('redaction', at(3), at(4)), on('break-before', at(4)))
    expect(texts(fileCues(document))).toContain('My name is [redacted] | [redacted] and')
    expect(shown(pageCues(document))).toEqual(shown(fileCues(document)))
  })

  test('an own wording has the placeholder where the words were', () => {
    const document = withMarks(
      on('redaction', at(3), at(4)),
      on('wording', at(0), at(8), 'I’m Quentin Zanzibar.\nI live here!'),
    )
    expect(texts(fileCues(document))).toMatch(/^I’m \[redacted\]\. I live here!/u)
    expect(shown(pageCues(document))).toEqual(shown(fileCues(document)))
    const kept = withMarks(
      on('redaction', at(3), at(4)),
      on('wording', at(0), at(8), 'My name’s not secret: my name is Quentin Zanzibar. I live.'),
    )
    expect(texts(fileCues(kept))).toMatch(/name is \[redacted\]\. I live/u)
  })

  test('own wordings and translations have no redacted word inside of another, nor a part of one', () => {
    const own = 'My name: Zanzibar’s and Quentin-Zanzibar’s! I live here with d’Quentin (née Zanzibar-Smith).'
    const wording = withMarks(on('redaction', at(3), at(4)), on('wording', at(0), at(8), own))
    expect(texts(fileCues(wording))).not.toMatch(/quentin|zanzibar/iu)
    expect(texts(fileCues(wording))).toContain('I live here with')
    const french = 'Je suis Quentin Zanzibar, fils de Zanzibar-Smith, ami d’Quentin.'
    const translated = redactedDocument(
      withMarks(
        on('redaction', at(3), at(4)),
        on('translation', at(0), at(8), { language: 'fr', text: french }),
      ),
    )
    expect(JSON.stringify(translated.transcript.marks)).not.toMatch(/quentin|zanzibar/iu)
    expect(JSON.stringify(translated.transcript.marks)).toContain('Je suis [occulté], fils de [occulté], ami')
    const compound = documentOf(spoken([['A', 0, 4_000, 'My name is Ann-Zanzibar and I live here.']]), [])
    const words = compound.transcript.paragraphs.flatMap((paragraph) => paragraph.words.map(({ id }) => id))
    const halves = 'My name is hers and I live here, Zanzibar.'
    const marks = [on('redaction', words[3] ?? ''), on('wording', words[0] ?? '', words[7] ?? '', halves)]
    expect(texts(fileCues({ ...compound, transcript: { ...compound.transcript, marks } }))).toMatch(
      /^My name is \[redacted\] and I live here, \[redacted\]\.$/u,
    )
  })

  test('so has a translation; what cannot be placed is redacted as a whole, and counted', () => {
    const into = (own: string): Mark => on('translation', at(0), at(8), { language: 'fr', text: own })
    const placed = redactedDocument(
      withMarks(on('redaction', at(3), at(4)), into('Je suis Quentin Zanzibar, d’ici.')),
    )
    const french = (document: DocumentWithExtras, cues: readonly Cue[]): string =>
      texts(translatedCues(document.transcript, cues, 'fr').shown.map(({ cue }) => cue))
    expect(french(placed, documentCues(placed, english))).toBe('Je suis [occulté], d’ici.')
    expect(placed.unplacedRedactions).toBeUndefined()

    const document = withMarks(on('redaction', at(2), at(4)), into('Je suis Quentin Zanzibar, d’ici.'))
    const unplaced = redactedDocument(document)
    expect(french(unplaced, documentCues(unplaced, english))).toBe('[occulté]')
    expect(unplaced.unplacedRedactions).toEqual(['fr'])
    // The page's, from the whole text.
    expect(french(document, pageCues(document))).toBe('[occulté]')
    const isWhole = ({ transcript }: DocumentWithExtras): boolean[] =>
      translatedCues(transcript, pageCues(document), 'fr').shown.map(({ isRedactedWhole }) => isRedactedWhole)
    expect(isWhole(document)).toEqual([true])
    expect(
      isWhole(withMarks(on('redaction', at(3), at(4)), into('Je suis Quentin Zanzibar, d’ici.'))),
    ).toEqual([false])
  })

  test('a name is not shown if all of its words are redacted', () => {
    const document = withMarks(on('redaction', at(0), at(8)))
    const speakers = document.transcript.speakers.map((each, index) => ({
      ...each,
      name: ['Quentin', 'Ann'][index] ?? null,
    }))
    const named = { ...document, transcript: { ...document.transcript, speakers } }
    expect(texts(pageCues(named))).not.toContain('Quentin')
    expect(texts(pageCues(named))).toContain('Ann:')
    expect(shown(pageCues(named))).toEqual(shown(fileCues(named)))
  })
})

test('for any text, marks and redactions: the page’s captions are those of files', () => {
  const redactions = (paragraphs: readonly Paragraph[]): fc.Arbitrary<Mark[]> => {
    const all = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
    if (all.length === 0) return fc.constant([])
    const place = fc.nat({ max: all.length - 1 })
    const value = fc.constantFrom<string | null>(null, '(name)')
    return fc.array(fc.tuple(place, place, value), { maxLength: 4 }).map((ranges) =>
      ranges.map(([a, b, own], index) => ({
        ...on('redaction', all[Math.min(a, b)] ?? '', all[Math.max(a, b)] ?? '', own),
        id: `r${index}`,
      })),
    )
  }
  fc.assert(
    fc.property(
      randomParagraphs.chain((paragraphs) =>
        fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs), redactions(paragraphs)),
      ),
      fc.constantFrom('none', 'A', 'B'),
      ([paragraphs, marks, redacted], voice) => {
        const document = documentOf(paragraphs, [...marks, ...redacted])
        const speakers = document.transcript.speakers.map((speaker) =>
          speaker.id === voice
            ? { ...speaker, name: 'V', redacted: true as const }
            : { ...speaker, name: 'N' },
        )
        const whole = {
          ...document,
          recording: { ...document.recording, durationMs: 10_000_000 },
          transcript: { ...document.transcript, speakers },
        }
        const page = pageCues(whole)
        expect(shown(page)).toEqual(shown(fileCues(whole)))
        const { durationMs } = whole.recording
        expect(shown(makeCues(whole.transcript, rules, { durationMs, language: 'en', names }))).toEqual(
          shown(page),
        )
      },
    ),
    { numRuns: 200 },
  )
})
