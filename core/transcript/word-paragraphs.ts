import { commonEnds, middleOf } from '../sequences/common-ends.ts'
import type { Paragraph } from './transcript.ts'

/** Finds the paragraph of a word; undefined if it does not exist. */
export type ParagraphOfWord = (wordId: string) => Paragraph | undefined

/** The index of the list of paragraphs that was asked for last, until that list is gone. */
let latest: WeakRef<WordParagraphs> | null = null

/** By list, so that an index lives no longer than the paragraphs that it describes. */
const known = new WeakMap<readonly Paragraph[], WordParagraphs>()

/**
 * Which paragraph each word is in; after an edit only the changed paragraphs are read. Valid until it is called with
 * another list.
 */
export function findParagraphs(paragraphs: readonly Paragraph[]): ParagraphOfWord {
  const before = latest?.deref()
  const index = before?.isNear(paragraphs) === true ? before : new WordParagraphs()
  known.delete(index.paragraphs)
  index.update(paragraphs)
  known.set(paragraphs, index)
  if (index !== before) latest = new WeakRef(index)
  return (wordId) => index.of(wordId)
}

class WordParagraphs {
  paragraphs: readonly Paragraph[] = []
  readonly #byWord = new Map<string, Paragraph>()

  /** Whether most paragraphs are those of the other list: another transcript's index is of no use. */
  isNear(paragraphs: readonly Paragraph[]): boolean {
    const { head, tail } = commonEnds(this.paragraphs, paragraphs)
    return 2 * (head + tail) >= paragraphs.length
  }

  /** Paragraphs never change in place. */
  update(paragraphs: readonly Paragraph[]): void {
    const before = this.paragraphs
    if (paragraphs === before) return
    this.paragraphs = paragraphs
    const ends = commonEnds(before, paragraphs)
    for (const paragraph of middleOf(paragraphs, ends))
      for (const { id } of paragraph.words) this.#byWord.set(id, paragraph)
    // After the new ones: most words are in the paragraph that replaced theirs, and a map slows down with deletions.
    const added = new Set(middleOf(paragraphs, ends))
    for (const paragraph of middleOf(before, ends))
      if (!added.has(paragraph))
        for (const { id } of paragraph.words) if (this.#byWord.get(id) === paragraph) this.#byWord.delete(id)
  }

  of(wordId: string): Paragraph | undefined {
    return this.#byWord.get(wordId)
  }
}
