import type { Paragraph } from '../transcript/transcript.ts'

/** Which paragraph each word is in; after an edit only changed paragraphs are read again. */
export class WordParagraphs {
  #paragraphs: readonly Paragraph[] = []
  readonly #byWord = new Map<string, Paragraph>()

  /** To be called with all paragraphs, before they are asked for. Paragraphs are not changed in place. */
  update(paragraphs: readonly Paragraph[]): void {
    const before = this.#paragraphs
    this.#paragraphs = paragraphs
    const shorter = Math.min(before.length, paragraphs.length)
    let head = 0
    while (head < shorter && before[head] === paragraphs[head]) head++
    let tail = 0
    while (tail < shorter - head && before.at(-1 - tail) === paragraphs.at(-1 - tail)) tail++
    const gone = new Set(before.slice(head, before.length - tail))
    const added = new Set(paragraphs.slice(head, paragraphs.length - tail))
    for (const paragraph of gone)
      if (!added.has(paragraph)) for (const { id } of paragraph.words) this.#byWord.delete(id)
    for (const paragraph of added)
      if (!gone.has(paragraph)) for (const { id } of paragraph.words) this.#byWord.set(id, paragraph)
  }

  of(wordId: string): Paragraph | undefined {
    return this.#byWord.get(wordId)
  }
}
