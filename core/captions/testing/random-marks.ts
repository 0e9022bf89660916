import * as fc from 'fast-check'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'

const place = { id: 'm', fromWordId: '', toWordId: '' }
const ms = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
)

/** Kinds that concern captions, mostly the edges of cues. */
const randomKind: fc.Arbitrary<Mark> = fc.oneof(
  ...(['break-before', 'line-break', 'hide', 'no-break', 'italic', 'unspoken', 'time'] as const).map((kind) =>
    fc.constant<Mark>({ ...place, kind, value: null }),
  ),
  fc.boolean().map((value): Mark => ({ ...place, kind: 'speaker-name', value })),
  fc
    .constantFrom('top' as const, 'bottom' as const)
    .map((vertical): Mark => ({ ...place, kind: 'position', value: { vertical, horizontal: 'center' } })),
  fc.constantFrom('', 'other', 'quite another', 'two\nlines').map((value): Mark => {
    return { ...place, kind: 'wording', value }
  }),
)

const share = fc.nat(9_999).map((number) => number / 10_000)

interface RandomMark {
  readonly from: number
  readonly length: number
  readonly mark: Mark
}

interface RandomCue {
  readonly from: number
  readonly length: number
  /** Added to the times of its words; null: not set by a mark. */
  readonly start: number | null
  readonly end: number | null
}

const shift = fc.oneof(fc.constant(null), fc.integer({ min: -900, max: 900 }), ms)

/** Marks of all kinds on paragraphs: single ones, and pairs that make fixed cues with unusual times. */
export function randomMarks(paragraphs: readonly Paragraph[]): fc.Arbitrary<Mark[]> {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const single = fc.record<RandomMark>({ from: share, length: fc.nat(6), mark: randomKind })
  const cue = fc.record<RandomCue>({ from: share, length: fc.nat(9), start: shift, end: shift })
  if (words.length === 0) return fc.constant([])
  const wordAt = (index: number): (typeof words)[number] | undefined =>
    words[Math.min(index, words.length - 1)]
  return fc
    .tuple(fc.array(single, { maxLength: 6 }), fc.array(cue, { maxLength: 5 }))
    .map(([singles, cues]) => {
      const marks = singles.flatMap(({ from, length, mark }) => {
        const at = Math.floor(from * words.length)
        const isOne =
          mark.kind === 'break-before' || mark.kind === 'line-break' || mark.kind === 'speaker-name'
        const [first, last] = [wordAt(at), wordAt(isOne ? at : at + length)]
        return first && last ? [{ ...mark, fromWordId: first.id, toWordId: last.id }] : []
      })
      const edges = cues.flatMap(({ from, length, start, end }) => {
        const at = Math.floor(from * words.length)
        const [first, last] = [wordAt(at), wordAt(at + length)]
        if (!first || !last) return []
        const edge = (kind: 'cue-start' | 'cue-end', { id }: typeof first, value: number | null): Mark[] =>
          value === null ? [] : [{ id: '', kind, fromWordId: id, toWordId: id, value: Math.max(0, value) }]
        return [
          ...edge('cue-start', first, start === null ? null : first.startMs + start),
          ...edge('cue-end', last, end === null ? null : last.endMs + end),
        ]
      })
      return [...marks, ...edges].map((mark, index) => ({ ...mark, id: `m${index}` }))
    })
}
