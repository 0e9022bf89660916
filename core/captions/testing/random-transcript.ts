import * as fc from 'fast-check'
import type { Paragraph, Word } from '../../transcript/transcript.ts'

const english =
  'the a I you we workshop Mill Street Rosa Keller, and but because repaired bicycles. Really? Yes. No, 41 years ' +
  'of 1932, 300 don’t it’s ten o’clock very- extraordinarily incomprehensibilities'
const french =
  'le la l’atelier je ne n’ai pas Madame Dubois, et mais parce que vélos. Vraiment\u202F? Oui. Non, 40 ans de ' +
  'd’une «\u00A0bon\u00A0» anticonstitutionnellement 3\u202F000 € très'
const long =
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz https://example.org/a-very-long-address/of/something'

const pools = { en: `${english} ${long}`.split(' '), fr: `${french} ${long}`.split(' ') }

interface RandomWord {
  readonly text: string
  readonly pauseMs: number
  readonly lengthMs: number
  readonly before: string
}

const randomWord = (language: 'en' | 'fr'): fc.Arbitrary<RandomWord> =>
  fc.record({
    text: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...pools[language]) },
      fc.string({ minLength: 1 }),
    ),
    pauseMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3_000 })),
    lengthMs: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 600 }) },
      fc.integer({ min: 0, max: 20_000 }),
    ),
    before: fc.oneof({ weight: 12, arbitrary: fc.constant(' ') }, fc.constantFrom('', ' - ', '\n')),
  })

/** A turn: the speaker, how long after (or before) the end of the previous one it begins, and its words. */
const randomTurn = fc.constantFrom('en' as const, 'fr' as const).chain((language) =>
  fc.record({
    language: fc.constant(language),
    speaker: fc.constantFrom('A', 'B', 'C', 'D', null),
    offsetMs: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 800 }) },
      fc.integer({ min: -4_000, max: 4_000 }),
    ),
    words: fc.array(randomWord(language), { minLength: 1, maxLength: 25 }),
  }),
)

/** Paragraphs of up to four speakers, overlapping, with unusual times and texts. */
export const randomParagraphs: fc.Arbitrary<Paragraph[]> = fc
  .array(randomTurn, { maxLength: 12 })
  .map((turns) => {
    let clockMs = 0
    return turns.map((turn, index): Paragraph => {
      clockMs = Math.max(0, clockMs + turn.offsetMs)
      const words = turn.words.map((word, place): Word => {
        if (place > 0) clockMs += word.pauseMs
        const startMs = clockMs
        clockMs += word.lengthMs
        return {
          id: `p${index}.${place}`,
          before: place === 0 ? '' : word.before,
          text: word.text,
          startMs,
          endMs: clockMs,
          confidence: null,
          origin: 'recognised',
        }
      })
      return { id: `p${index}`, speakerId: turn.speaker, language: turn.language, kind: 'speech', words }
    })
  })
