import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleTranscript } from '../captions/testing/sample-transcript.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import { readText } from '../formats/reading/text-reader.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { alignTranscript } from './aligned-transcript.ts'
import { insertPassage } from './insert-passage.ts'
import { deletePassage, keepAsSpoken, unspokenPassages } from './unspoken-passages.ts'
import { unwrittenPassages } from './unwritten-passages.ts'

const { durationMs, ...recognized } = sampleTranscript('fixtures/speech/two-voices-8s-en.json')
const idsFrom = (start = 0) => {
  let made = start
  return () => `edit${(made += 1)}`
}
const aligned = (text: string): Transcript =>
  alignTranscript(readText(text).document.transcript, recognized, durationMs).transcript
const textOf = ({ paragraphs }: Transcript): string[] => paragraphs.map(paragraphText)

const lacking =
  'Have you seen my bicycle pump?\n\nYes, it’s on the shelf. We all went home for lunch. I borrowed it this ' +
  'morning, sorry. No problem.'

describe('speech that the text lacks', () => {
  it('is put where it was said, with its times and its speaker, and is then not listed any more', () => {
    const text = aligned(lacking)
    const [passage, ...others] = unwrittenPassages(text, recognized, durationMs)
    expect(others).toEqual([])
    if (passage === undefined) throw new Error('a passage is missing')
    expect(passage).toMatchObject({ text: 'I left it by the door.', startMs: 2_040, endMs: 3_105 })
    const { transcript: after } = applyEdits(text, insertPassage(text, passage, idsFrom()))
    expect(textOf(after)[1]).toBe('I left it by the door.')
    expect(after.paragraphs[1]?.speakerId).toBe(passage.speakerId)
    const times = (words: Transcript['paragraphs'][number]['words'] | undefined) =>
      words?.map(({ startMs, endMs }) => [startMs, endMs])
    expect(times(after.paragraphs[1]?.words)).toEqual(times(passage.words))
    expect(lint(after, durationMs)).toEqual([])
    expect(unwrittenPassages(after, recognized, durationMs)).toEqual([])
  })

  it('is put between words of a paragraph', () => {
    const text = aligned(
      'Have you seen the garage door. Yes, it’s on the shelf this morning, sorry. No problem.',
    )
    const passages = unwrittenPassages(text, recognized, durationMs)
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) {
      const { transcript: after } = applyEdits(text, insertPassage(text, passage, idsFrom()))
      expect(textOf(after).join(' ')).toContain(passage.text)
      expect(lint(after, durationMs)).toEqual([])
    }
  })

  it('whatever is left out of the speech: inserting never loses or reorders words of the text', () => {
    const words = transcriptWords(recognized).map(({ text }) => text)
    fc.assert(
      fc.property(fc.nat(words.length), fc.nat(words.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const left = [...words.slice(0, from), ...words.slice(to)]
        fc.pre(left.length > 0)
        let text = aligned(left.join(' '))
        const newId = idsFrom()
        for (const passage of unwrittenPassages(text, recognized, durationMs)) {
          const before = transcriptWords(text)
          const ids = new Set(before.map(({ id }) => id))
          text = applyEdits(text, insertPassage(text, passage, newId)).transcript
          const rest = transcriptWords(text).filter(({ id }) => ids.has(id))
          expect(rest.map((word) => word.text)).toEqual(before.map((word) => word.text))
          expect(transcriptWords(text)).toHaveLength(before.length + passage.words.length)
          expect(lint(text, durationMs)).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is none where its place is gone', () => {
    const text = aligned(lacking)
    const [passage] = unwrittenPassages(text, recognized, durationMs)
    if (passage === undefined) throw new Error('a passage is missing')
    expect(insertPassage({ ...text, paragraphs: [] }, passage, idsFrom())).toEqual([])
  })

  it('is inserted once: between the words it was found between, and nowhere else', () => {
    const text = aligned(lacking)
    const [passage] = unwrittenPassages(text, recognized, durationMs)
    if (passage === undefined) throw new Error('a passage is missing')
    const { transcript: after } = applyEdits(text, insertPassage(text, passage, idsFrom()))
    expect(insertPassage(after, passage, idsFrom(100))).toEqual([])
  })
})

describe('a passage that was not spoken', () => {
  it('is listed with its text and time, deleted, or kept as spoken', () => {
    const text = aligned(lacking)
    const [passage, ...others] = unspokenPassages(text)
    expect(others).toEqual([])
    if (passage === undefined) throw new Error('a passage is missing')
    expect(passage).toMatchObject({ text: 'We all went home for lunch.', startMs: 4_420 })
    const { transcript: shorter } = applyEdits(text, deletePassage(text, passage, idsFrom()))
    expect(textOf(shorter).join(' ')).toContain('Yes, it’s on the shelf. I borrowed it this morning, sorry.')
    expect(unspokenPassages(shorter)).toEqual([])
    const { transcript: kept } = applyEdits(text, keepAsSpoken(passage, idsFrom()))
    expect(textOf(kept)).toEqual(textOf(text))
    expect(unspokenPassages(kept)).toEqual([])
    expect(deletePassage({ ...text, paragraphs: [] }, passage, idsFrom())).toEqual([])
  })
})
