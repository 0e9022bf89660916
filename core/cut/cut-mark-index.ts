import { commonEnds, middleOf } from '../sequences/common-ends.ts'
import type { Mark, Paragraph } from '../transcript/transcript.ts'
import { marksByParagraph } from '../transcript/marks/marks-by-paragraph.ts'

export type CutMark = Extract<Mark, { kind: 'cut' }>

/** Up to so many marks or paragraphs that changed are looked up again; more, and all are. */
const FEW = 200

const noMarks: readonly CutMark[] = []

/** Which marks cut words of which paragraphs; after an edit only what changed is looked up. */
class CutMarkIndex {
  #all: readonly Mark[] = []
  #marks: readonly CutMark[] = []
  #paragraphs: readonly Paragraph[] = []
  #covering = new Map<Paragraph, readonly CutMark[]>()
  #placesOf = new Map<CutMark, readonly Paragraph[]>()
  /** Marks whose words are not there: they may come back. */
  #unplaced = new Set<CutMark>()

  of(paragraph: Paragraph): readonly CutMark[] {
    return this.#covering.get(paragraph) ?? noMarks
  }

  update(paragraphs: readonly Paragraph[], all: readonly Mark[]): void {
    if (paragraphs === this.#paragraphs && all === this.#all) return
    const marks = all === this.#all ? this.#marks : all.filter((mark) => mark.kind === 'cut')
    const [oldMarks, oldParagraphs] = [this.#marks, this.#paragraphs]
    this.#all = all
    this.#marks = marks
    this.#paragraphs = paragraphs
    const markEnds = commonEnds(oldMarks, marks)
    const paragraphEnds = commonEnds(oldParagraphs, paragraphs)
    const [removed, added] = [middleOf(oldMarks, markEnds), new Set(middleOf(marks, markEnds))]
    const gone = middleOf(oldParagraphs, paragraphEnds)
    const count = gone.length + middleOf(paragraphs, paragraphEnds).length
    const changed = new Set([...removed, ...added])
    if (count > FEW || changed.size > FEW) {
      this.#readAll()
      return
    }
    if (count > 0) for (const mark of this.#unplaced) changed.add(mark)
    for (const paragraph of gone) for (const mark of this.of(paragraph)) changed.add(mark)
    // A mark of several paragraphs also covers one that comes between them.
    const { head } = paragraphEnds
    for (const beside of [oldParagraphs[head - 1], oldParagraphs[head + gone.length]])
      if (count > 0 && beside !== undefined)
        for (const mark of this.of(beside)) if ((this.#placesOf.get(mark)?.length ?? 0) > 1) changed.add(mark)
    for (const mark of changed) this.#forget(mark)
    for (const paragraph of gone) this.#covering.delete(paragraph)
    const former = new Set(removed)
    this.#add([...changed].filter((mark) => added.has(mark) || !former.has(mark)))
  }

  #readAll(): void {
    this.#covering = new Map()
    this.#placesOf = new Map()
    this.#unplaced = new Set()
    this.#add(this.#marks)
  }

  #add(marks: readonly CutMark[]): void {
    if (marks.length === 0) return
    for (const [paragraph, own] of marksByParagraph(marks, this.#paragraphs)) {
      const before = this.#covering.get(paragraph)
      this.#covering.set(paragraph, before === undefined ? own : [...before, ...own])
      for (const mark of own) {
        const places = this.#placesOf.get(mark)
        this.#placesOf.set(mark, places === undefined ? [paragraph] : [...places, paragraph])
      }
    }
    for (const mark of marks) if (!this.#placesOf.has(mark)) this.#unplaced.add(mark)
  }

  #forget(mark: CutMark): void {
    for (const paragraph of this.#placesOf.get(mark) ?? []) {
      const left = this.of(paragraph).filter((each) => each !== mark)
      if (left.length === 0) this.#covering.delete(paragraph)
      else this.#covering.set(paragraph, left)
    }
    this.#placesOf.delete(mark)
    this.#unplaced.delete(mark)
  }
}

let latest: WeakRef<CutMarkIndex> | null = null

/** By list of paragraphs, so that an index lives no longer than what it describes. */
const known = new WeakMap<readonly Paragraph[], CutMarkIndex>()

/** Valid until it is called for another transcript. */
export function cutMarkIndex(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
): (paragraph: Paragraph) => readonly CutMark[] {
  const index = known.get(paragraphs) ?? latest?.deref() ?? new CutMarkIndex()
  index.update(paragraphs, marks)
  known.set(paragraphs, index)
  latest = new WeakRef(index)
  return (paragraph) => index.of(paragraph)
}
