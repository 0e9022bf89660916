import { atomsOf, type Atom } from './atoms.ts'
import type { CaptionParagraph, CaptionWord } from './caption-words.ts'
import { segment, spansOf, type CueSpan, type Segmentation } from './segmentation.ts'
import type { Track } from './track.ts'

interface Known {
  readonly paragraph: CaptionParagraph
  readonly atoms: readonly Atom[]
}

/** What was computed for the captions of a text, so that after a change of the text most of it is used again. */
export class CueWork {
  /** By the id of the first word. */
  #paragraphs = new Map<string, Known>()
  #limit = 0
  #segmentation: Segmentation | undefined

  /** The atoms of each paragraph, as by `atomsOf`. */
  atomsOf(paragraphs: readonly CaptionParagraph[], limit: number): (readonly Atom[])[] {
    const before = this.#limit === limit ? this.#paragraphs : new Map<string, Known>()
    const next = new Map<string, Known>()
    const all = paragraphs.map((paragraph) => {
      const id = paragraph.words[0]?.id ?? ''
      const known = before.get(id)
      const atoms =
        known !== undefined && isSame(known.paragraph, paragraph) ? known.atoms : atomsOf(paragraph, limit)
      next.set(id, { paragraph, atoms })
      return atoms
    })
    this.#paragraphs = next
    this.#limit = limit
    return all
  }

  /** The cheapest way to cut the track into cues. */
  cut(track: Track): CueSpan[] {
    this.#segmentation = segment(track, this.#segmentation)
    return spansOf(this.#segmentation)
  }
}

/** Marks are not compared: a paragraph with any is computed again. */
function isSame(before: CaptionParagraph, now: CaptionParagraph): boolean {
  return (
    before.fixed === undefined &&
    now.fixed === undefined &&
    before.language === now.language &&
    before.words.length === now.words.length &&
    before.words.every((word, index) => isSameWord(word, now.words[index]))
  )
}

function isSameWord(before: CaptionWord, now: CaptionWord | undefined): boolean {
  return (
    now !== undefined &&
    before.effects === undefined &&
    now.effects === undefined &&
    before.id === now.id &&
    before.text === now.text &&
    before.startMs === now.startMs &&
    before.endMs === now.endMs &&
    before.spaced === now.spaced &&
    before.startsCue === now.startsCue &&
    before.keepsTogether === now.keepsTogether
  )
}
