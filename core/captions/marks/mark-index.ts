import { commonEnds, middleOf } from '../../sequences/common-ends.ts'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import { findParagraphs } from '../../transcript/word-paragraphs.ts'

/** How the marks on the words of a paragraph affect its surroundings. */
export interface ParagraphMarks {
  /** The marks that begin in it, in their order in the transcript. */
  readonly begun: readonly Mark[]
  /** Marks with only one end in it. */
  readonly halves: readonly Mark[]
  /** The times that its marks set; Infinity and -Infinity if there are none. */
  readonly earliestMs: number
  readonly latestMs: number
  /** A fixed cue begun earlier ends in it. */
  readonly closes: boolean
  /** It begins another cue, so a fixed cue begun earlier cannot continue after it. */
  readonly stops: boolean
  /** A cue whose start is set may continue after it. */
  readonly opens: boolean
}

const noMarks: ParagraphMarks = {
  begun: [],
  halves: [],
  earliestMs: Infinity,
  latestMs: -Infinity,
  closes: false,
  stops: false,
  opens: false,
}

/** Up to this many changed marks are looked up one by one. */
const FEW = 200

/** The marks of a transcript by paragraph; after an edit only changes are recomputed. */
export class MarkIndex {
  #marks: readonly Mark[] = []
  /** Marks by the words of their ends. */
  #byWord = new Map<string, Mark[]>()
  /** Index of each mark, while all marks are new. */
  #places: ReadonlyMap<Mark, number> | null = null
  #known = new WeakMap<Paragraph, ParagraphMarks>()

  /** The marks of each paragraph of a transcript. */
  of(paragraphs: readonly Paragraph[], marks: readonly Mark[]): readonly ParagraphMarks[] {
    this.#update(paragraphs, marks)
    return paragraphs.map((paragraph) => this.#of(paragraph))
  }

  #update(paragraphs: readonly Paragraph[], marks: readonly Mark[]): void {
    if (marks === this.#marks) return
    const [gone, added] = changedMarks(this.#marks, marks)
    this.#marks = marks
    if (gone.length + added.length > FEW) {
      this.#known = new WeakMap()
      this.#byWord = new Map()
      this.#places = new Map(marks.map((mark, place) => [mark, place]))
      for (const mark of marks) this.#add(mark)
      return
    }
    this.#places = null
    const hadNone = this.#byWord.size === 0
    for (const mark of gone) this.#remove(mark)
    for (const mark of added) this.#add(mark)
    // Avoids reading all words when the first mark is added.
    if (hadNone) for (const paragraph of paragraphs) this.#known.set(paragraph, noMarks)
    const paragraphOf = findParagraphs(paragraphs)
    for (const { fromWordId, toWordId } of [...gone, ...added]) {
      for (const id of [fromWordId, toWordId]) {
        const paragraph = paragraphOf(id)
        if (paragraph !== undefined) this.#known.delete(paragraph)
        // Its paragraph may come back later, as the same object.
        else this.#known = new WeakMap()
      }
    }
  }

  #of(paragraph: Paragraph): ParagraphMarks {
    if (this.#byWord.size === 0) return noMarks
    const known = this.#known.get(paragraph)
    if (known !== undefined) return known
    const made = this.#read(paragraph)
    this.#known.set(paragraph, made)
    return made
  }

  #add(mark: Mark): void {
    for (const id of new Set([mark.fromWordId, mark.toWordId])) {
      const there = this.#byWord.get(id)
      if (there === undefined) this.#byWord.set(id, [mark])
      else there.push(mark)
    }
  }

  #remove(mark: Mark): void {
    for (const id of new Set([mark.fromWordId, mark.toWordId])) {
      const left = (this.#byWord.get(id) ?? []).filter((each) => each !== mark)
      if (left.length === 0) this.#byWord.delete(id)
      else this.#byWord.set(id, left)
    }
  }

  #read({ words }: Paragraph): ParagraphMarks {
    /** Place of the first and last end here. */
    const ends = new Map<Mark, { from: number; to: number; isWhole: boolean }>()
    for (const [place, { id }] of words.entries()) {
      for (const mark of this.#byWord.get(id) ?? []) {
        const known = ends.get(mark)
        if (known === undefined)
          ends.set(mark, { from: place, to: place, isWhole: mark.fromWordId === mark.toWordId })
        else {
          known.to = place
          known.isWhole = true
        }
      }
    }
    if (ends.size === 0) return noMarks
    const listIndexOf = (mark: Mark): number => this.#places?.get(mark) ?? this.#marks.indexOf(mark)
    const places = new Map([...ends.keys()].map((mark) => [mark, listIndexOf(mark)]))
    const inOrder = [...ends.keys()].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    const values = inOrder.flatMap((mark) =>
      (mark.kind === 'cue-start' || mark.kind === 'cue-end') && Number.isFinite(mark.value)
        ? [mark.value]
        : [],
    )
    return {
      begun: inOrder.filter((mark) => ends.get(mark)?.isWhole === true),
      halves: inOrder.filter((mark) => ends.get(mark)?.isWhole === false),
      earliestMs: Math.min(...values),
      latestMs: Math.max(...values),
      ...openings(inOrder, ends),
    }
  }
}

type Openings = Pick<ParagraphMarks, 'closes' | 'stops' | 'opens'>

/** At the same word, a cue begins before one ends. */
function openings(marks: readonly Mark[], ends: ReadonlyMap<Mark, { from: number; to: number }>): Openings {
  const edges = marks.flatMap((mark): { at: number; rank: number }[] => {
    const { from = 0, to = 0 } = ends.get(mark) ?? {}
    if (mark.kind === 'break-before') return [{ at: from, rank: 0 }]
    if (mark.kind === 'cue-start' && Number.isFinite(mark.value)) return [{ at: from, rank: 1 }]
    return mark.kind === 'cue-end' && Number.isFinite(mark.value) ? [{ at: to, rank: 2 }] : []
  })
  edges.sort((a, b) => a.at - b.at || a.rank - b.rank)
  return {
    closes: edges[0]?.rank === 2,
    stops: edges.length > 0,
    opens: edges.at(-1)?.rank === 1,
  }
}

/** The marks that are in only one of two lists; marks never change in place. */
function changedMarks(before: readonly Mark[], after: readonly Mark[]): [readonly Mark[], readonly Mark[]] {
  const ends = commonEnds(before, after)
  return [middleOf(before, ends), middleOf(after, ends)]
}
