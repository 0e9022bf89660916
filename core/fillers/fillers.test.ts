import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCues } from '../captions/cues.ts'
import { CueParts } from '../captions/cue-parts.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { countFillers } from './count-fillers.ts'
import { findFillers } from './find-fillers.ts'
import { transcriptWithoutFillers } from './transcript-without-fillers.ts'
import { wordsWithoutFillers } from './words-without-fillers.ts'

const clean = (text: string, language = 'en'): string =>
  paragraphText({ words: wordsWithoutFillers(saidWords('c1', text, 0), language).words })

describe('English', () => {
  it.each([
    ['Um, so we went home.', 'So we went home.'],
    ['I went, uh, home.', 'I went home.'],
    ['Well, um, I think so.', 'Well, I think so.'],
    ['It was good, um.', 'It was good.'],
    ['He left, uh. We went.', 'He left. We went.'],
    ['We, uh. We went.', 'We went.'],
    ['“Er, yes,” she said.', '“Yes,” she said.'],
    ['I I I think the, the house', 'I think the house'],
    ['I, uh, I think', 'I think'],
    ["It's it's late", "It's late"],
    ['It was th- the end', 'It was the end'],
    ['We went, we went home.', 'We went home.'],
    ['I want to, um, I want to go', 'I want to go'],
    ['We wen- we went home', 'We went home'],
    ['Um, I, I think', 'I think'],
  ])('%s → %s', (said, read) => expect(clean(said)).toBe(read))

  it.each([
    'I know that that is so.',
    'He had had enough.',
    'She came in in May.',
    'It was very, very good.',
    'No, no, no, no.',
    'I know, I know.',
    'More and more and more people',
    'Take him to the ER now.',
    'We stopped. We went home.',
    'Hm.',
    'Um, er.',
    'a well-known fact',
  ])('%s is left as it is', (said) => expect(clean(said)).toBe(said))
})

describe('French', () => {
  it.each([
    ['Euh, je crois que oui.', 'Je crois que oui.'],
    ['Je je crois euh que oui', 'Je crois que oui'],
    ["C'est, c'est tard", "C'est tard"],
    ['C’est bon, hein\u202F?', 'C’est bon\u202F?'],
    ['Il y a, il y a des gens', 'Il y a des gens'],
    ['On par- on partait', 'On partait'],
    ['Ben, je sais pas', 'Je sais pas'],
  ])('%s → %s', (said, read) => expect(clean(said, 'fr')).toBe(read))

  it.each([
    'Nous nous sommes vus.',
    'Ça, ça marche.',
    'Ben est parti.',
    'C’est très, très bon.',
    'en en parlant',
    'Oui, oui, oui.',
  ])('%s is left as it is', (said) => expect(clean(said, 'fr')).toBe(said))
})

it('leaves other languages alone, and words after a long pause', () => {
  expect(clean('um die Ecke', 'de')).toBe('um die Ecke')
  const [first, second] = saidWords('c1', 'the the house', 0)
  const later = { ...(second ?? first), startMs: 9_000, endMs: 9_300 }
  expect(findFillers([first, later] as never, 'en').size).toBe(0)
})

const spoken = fc
  .array(
    fc.constantFrom(
      'I',
      'the',
      'the,',
      'um,',
      'Uh',
      'went',
      'we',
      'we.',
      'wen-',
      'home?',
      'no…',
      '“so',
      '-',
      'x”',
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((words) => words.join(' '))

/** Two paragraphs with a comment over words that may be hidden. */
const transcripts = fc
  .record({ one: spoken, two: spoken, from: fc.nat(13), to: fc.nat(13) })
  .map(({ one, two, from, to }): Transcript => {
    const words = saidWords('c1', one, 0)
    const [first, last] = [Math.min(from, to), Math.max(from, to)].map(
      (at) => words[Math.min(at, words.length - 1)]?.id ?? '',
    )
    return {
      ...conversation([
        { id: 'm', kind: 'comment', fromWordId: first ?? '', toWordId: last ?? '', value: 'why?' },
      ]),
      paragraphs: [paragraph('p1', 's1', words), paragraph('p2', 's2', saidWords('c2', two, 8_000))],
      fillers: 'hidden',
    }
  })

it('whatever is said: ids, order and times stay, no paragraph is emptied, and nothing more is found in what is left', () => {
  fc.assert(
    fc.property(transcripts, (transcript) => {
      const read = transcriptWithoutFillers(transcript)
      expect(lint(read)).toEqual([])
      expect('fillers' in read).toBe(false)
      expect(read.paragraphs.every(({ words }) => words.length > 0)).toBe(true)
      const known = new Map(transcriptWords(transcript).map((word) => [word.id, word]))
      for (const { id, startMs, endMs } of transcriptWords(read))
        expect(known.get(id)).toMatchObject({ startMs, endMs })
      const missing = known.size - transcriptWords(read).length
      expect(countFillers(transcript)).toBe(missing)
      const { fillers: _, ...shown } = transcript
      expect(transcriptWithoutFillers(shown)).toBe(shown)
    }),
    { numRuns: 300 },
  )
})

it('captions hold the words that are left, whole or in parts, and all of them once fillers are shown', () => {
  fc.assert(
    fc.property(transcripts, (transcript) => {
      const rules = rulesOf(transcript)
      const options = { durationMs: 60_000, language: 'en' }
      const cues = makeCues(transcript, rules, options)
      const bare = (text: string): string => text.replace(/[\s-]+/gu, '')
      const read = transcriptWithoutFillers(transcript)
      expect(bare(cues.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''))).toBe(
        bare(read.paragraphs.map(paragraphText).join('')),
      )
      const parts = new CueParts()
      const made = (given: Transcript): unknown => {
        const steps = parts.update(given, rules, options)
        for (;;) {
          const step = steps.next()
          if (step.done === true) return step.value
        }
      }
      const { fillers: _, ...shown } = transcript
      expect(made(transcript)).toEqual(cues)
      expect(made(shown)).toEqual(makeCues(shown, rules, options))
    }),
    { numRuns: 100 },
  )
})

it('a comment on words of which some are hidden keeps the others, and goes with the last', () => {
  const comment = (fromWordId: string, toWordId: string): Transcript => ({
    ...conversation([{ id: 'm', kind: 'comment', fromWordId, toWordId, value: 'why?' }]),
    paragraphs: [paragraph('p1', 's1', saidWords('c1', 'We, um, went um home', 0))],
    fillers: 'hidden',
  })
  expect(transcriptWithoutFillers(comment('c1.1', 'c1.3')).marks).toMatchObject([
    { fromWordId: 'c1.2', toWordId: 'c1.2' },
  ])
  expect(transcriptWithoutFillers(comment('c1.1', 'c1.1')).marks).toEqual([])
})
