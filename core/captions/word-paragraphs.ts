import { commonEnds, middleOf } from '../sequences/common-ends.ts'
import type { Paragraph } from '../transcript/transcript.ts'

/** Which paragraph each word is in; after an edit only changed paragraphs are read again. */
export class WordParagraphs {
  #paragraphs: readonly Paragraph[] = []
  readonly #byWord = new Map<string, Paragraph>()

  /** Must be called with all paragraphs before lookups. Paragraphs never change in place. */
  update(paragraphs: readonly Paragraph[]): void {
    const before = this.#paragraphs
    this.#paragraphs = paragraphs
    const ends = commonEnds(before, paragraphs)
    const gone = new Set(middleOf(before, ends))
    const added = new Set(middleOf(paragraphs, ends))
    for (const paragraph of gone)
      if (!added.has(paragraph)) for (const { id } of paragraph.words) this.#byWord.delete(id)
    for (const paragraph of added)
      if (!gone.has(paragraph)) for (const { id } of paragraph.words) this.#byWord.set(id, paragraph)
  }

  of(wordId: string): Paragraph | undefined {
    return this.#byWord.get(wordId)
  }
}
