import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import { packOpinion } from '../second-opinion/stored-opinion.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { compareModels, type ModelComparison } from './compare-models.ts'
import type { OtherModelText } from './evidence.ts'

const WHOLE = [{ startMs: 0, endMs: 10_000 }]
const SAID = ['Who was there last night?', 'Nobody. They all went home.', 'That is what I thought.'] as const

/** What another model has, each of the three texts at the time of its paragraph. */
function other(texts: readonly string[], wanted = WHOLE): OtherModelText {
  const words = texts.flatMap((text, index) =>
    text === '' ? [] : saidWords(`o${index}`, text, [0, 2_100, 5_000][index] ?? 0),
  )
  return { model: 'Another', opinion: packOpinion({ wanted, texts: [{ track: null, spans: WHOLE, words }] }) }
}

function compare(transcript: Transcript, texts: readonly string[], wanted = WHOLE): ModelComparison {
  const [found] = compareModels(transcript, { opinions: [other(texts, wanted)] })
  return found as ModelComparison
}

const shown = ({ differences }: ModelComparison): string[] =>
  differences.map(({ now, words }) =>
    [now, words].map((some) => some.map(({ text }) => text).join(' ')).join(' → '),
  )

const plain = conversation([])
const marked = (...marks: readonly Mark[]): Transcript => ({ ...plain, marks })
const redaction = (fromWordId: string, toWordId: string): Mark => ({
  id: 'm',
  kind: 'redaction',
  fromWordId,
  toWordId,
  value: null,
})

const withVoiceRedacted = (id: string): Transcript => ({
  ...plain,
  speakers: plain.speakers.map((speaker) => (speaker.id === id ? { ...speaker, redacted: true } : speaker)),
})

describe('a transcript beside another model', () => {
  it('compares every recognized word that the other model was to recognize', () => {
    const found = compare(plain, ['who was here last night', SAID[1], SAID[2]])
    expect(shown(found)).toEqual(['there → here'])
    expect(found.compared.size).toBe(15)
    const first = compare(plain, [SAID[0], '', ''], [{ startMs: 0, endMs: 2_000 }])
    expect([...first.compared]).toEqual(['c1.0', 'c1.1', 'c1.2', 'c1.3', 'c1.4'])
    expect(first.differences).toEqual([])
  })

  it('leaves out what a person wrote or accepted', () => {
    const mark: Mark = { id: 'm', kind: 'accepted', fromWordId: 'c1.2', toWordId: 'c1.2', value: null }
    const accepted = applyEdits(plain, [setMarkEdit(plain, { id: 'e', mark })]).transcript
    const found = compare(accepted, ['Who was here last night?', SAID[1], SAID[2]])
    expect(found.differences).toEqual([])
    expect(found.compared.has('c1.2')).toBe(false)
    expect(found.compared.has('c1.1')).toBe(true)
  })

  it('neither compares nor shows what is redacted, by a mark or by its speaker', () => {
    const texts = [SAID[0], 'Nobody. They both flew home.', SAID[2]]
    expect(shown(compare(plain, texts))).toEqual(['all went → both flew'])
    for (const hidden of [marked(redaction('c2.3', 'c2.3')), withVoiceRedacted('s2')]) {
      const found = compare(hidden, texts)
      expect(found.differences).toEqual([])
      expect(found.compared.has('c2.3')).toBe(false)
    }
  })

  it('shows no word that was said where redacted words were deleted, wherever the model places it', () => {
    const [first, second, third] = plain.paragraphs
    const words = second?.words.filter(({ id }) => id !== 'c2.3') ?? []
    const sound = { startMs: 3_300, endMs: 3_600 }
    const gone: Mark = { id: 'm', kind: 'redacted-sound', fromWordId: 'c2.2', toWordId: 'c2.4', value: sound }
    const without: Transcript = {
      ...plain,
      paragraphs: [first!, { ...second!, words }, third!],
    }
    const texts = [SAID[0], SAID[1], SAID[2]]
    expect(shown(compare(without, texts))).toEqual([' → went'])
    expect(shown(compare({ ...without, marks: [gone] }, texts))).toEqual([])
    // A model without word times: the deleted word is nowhere near its sound.
    const others = saidWords('o', 'Nobody. They or went home.', 0).map((word, index) => {
      const startMs = 2_100 + index * 50
      return { ...word, startMs, endMs: startMs + 50 }
    })
    const untimed = packOpinion({ wanted: WHOLE, texts: [{ track: null, spans: WHOLE, words: others }] })
    const [found] = compareModels(
      { ...without, marks: [gone] },
      { opinions: [{ model: 'Another', opinion: untimed }] },
    )
    expect(found?.differences.flatMap((each) => each.words.map(({ text }) => text))).toEqual([])
  })

  it('leaves out what is cut', () => {
    const cut: Mark = {
      id: 'm',
      kind: 'cut',
      fromWordId: 'c1.2',
      toWordId: 'c2.0',
      value: { reason: 'person' },
    }
    const found = compare(marked(cut), ['Who was here last day?', 'Nobody. They all flew home.', SAID[2]])
    expect(shown(found)).toEqual(['went → flew'])
    expect(found.compared.has('c1.4')).toBe(false)
  })

  it('never shows a word from redacted sound, whatever the other model has', () => {
    const word = fc.constantFrom('who', 'was', 'secret', 'there', 'nobody', 'home.', 'all')
    const texts = fc.tuple(...SAID.map(() => fc.array(word, { maxLength: 7 }).map((some) => some.join(' '))))
    const place = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    fc.assert(
      fc.property(texts, place, (some, [from, to]) => {
        const hidden = redaction(`c2.${Math.min(from, to)}`, `c2.${Math.max(from, to)}`)
        const { differences, compared } = compare(marked(hidden), some)
        const first = 2_100 + Math.min(from, to) * 400
        const last = 2_100 + Math.max(from, to) * 400 + 300
        for (const { words, now } of differences)
          for (const { startMs, endMs } of [...words, ...now])
            expect(startMs < last && endMs > first).toBe(false)
        for (let index = Math.min(from, to); index <= Math.max(from, to); index++)
          expect(compared.has(`c2.${index}`)).toBe(false)
      }),
    )
  })
})
