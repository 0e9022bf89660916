import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Mark, Transcript, Word } from '../transcript/transcript.ts'
import { findKeptSpans } from './find-kept-spans.ts'
import { randomCut } from './testing/random-cuts.ts'

type Text = Pick<Transcript, 'paragraphs' | 'marks'>
type Change = (text: Text, at: number, mark: (text: Text) => Mark[]) => Text

const changes: readonly Change[] = [
  (text, _at, mark) => ({ ...text, marks: [...text.marks, ...mark(text)] }),
  (text, at) => ({ ...text, marks: text.marks.filter((_mark, place) => place !== at % text.marks.length) }),
  // A word is said a little later.
  (text, at) => {
    const place = at % Math.max(1, text.paragraphs.length)
    const paragraphs = text.paragraphs.map((paragraph, index) =>
      index === place
        ? { ...paragraph, words: paragraph.words.map((word): Word => ({ ...word, endMs: word.endMs + 20 })) }
        : paragraph,
    )
    return { ...text, paragraphs }
  },
  (text, at) => ({
    ...text,
    paragraphs: text.paragraphs.filter((_paragraph, place) => place !== at % text.paragraphs.length),
  }),
  (text, at) => {
    const [own] = text.paragraphs.slice(at % Math.max(1, text.paragraphs.length))
    if (own === undefined) return text
    const words = own.words.map((word): Word => ({ ...word, id: `${word.id}+${at}` }))
    const paragraphs = text.paragraphs.toSpliced(at % text.paragraphs.length, 0, {
      ...own,
      id: `${own.id}+`,
      words,
    })
    return { ...text, paragraphs }
  },
]

it('after any edits and their undo the spans are those of a transcript that is read for the first time', () => {
  fc.assert(
    fc.property(
      randomCut,
      fc.array(fc.tuple(fc.nat(changes.length - 1), fc.nat(1_000), fc.nat(4)), { maxLength: 8 }),
      (wanted, edits) => {
        let { transcript }: { transcript: Text } = wanted
        const states = [transcript]
        for (const [kind, at, length] of edits) {
          const mark = ({ paragraphs }: Text): Mark[] => {
            const words = paragraphs.flatMap((paragraph) => paragraph.words)
            const [from, to] = [
              words[at % Math.max(1, words.length)],
              words[(at % Math.max(1, words.length)) + length],
            ]
            if (from === undefined) return []
            const ends = { fromWordId: from.id, toWordId: (to ?? from).id }
            return [{ id: `e${states.length}`, kind: 'cut', ...ends, value: { reason: 'person' } }]
          }
          transcript = changes[kind]?.(transcript, at, mark) ?? transcript
          states.push(transcript)
        }
        for (const state of [...states, ...states.toReversed()]) {
          const found = findKeptSpans({ ...wanted, transcript: state })
          expect(found).toEqual(findKeptSpans(structuredClone({ ...wanted, transcript: state })))
          expect(findKeptSpans({ ...wanted, transcript: state })).toEqual(found)
        }
      },
    ),
    { numRuns: 150 },
  )
})
