import type { CuePosition } from '../../transcript/marks/kinds/position.ts'
import type { Mark } from '../../transcript/transcript.ts'

/** A part of a text in UTF-16 units, `to` excluded. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

/** The marks for styles of cues in a file, with ids `style.1`, `style.2`, … */
export class StyleMarks {
  readonly marks: Mark[] = []

  /**
   * @param wordIds of the words of `text`, in order
   * @param italics in order, without overlap
   */
  addItalics(text: string, wordIds: readonly string[], italics: readonly TextSpan[]): void {
    if (italics.length === 0) return
    // The words as in `imported-cues.ts`: a no-break space is part of a word.
    const words = [...text.matchAll(/[^ \t\n]+/gu)].filter(([word]) => word.trim() !== '')
    let first: string | null = null
    let last: string | null = null
    const close = (): void => {
      if (first !== null && last !== null)
        this.marks.push({ ...this.#on(first, last), kind: 'italic', value: null })
      first = null
    }
    let next = 0
    for (const [index, { 0: word, index: from }] of words.entries()) {
      const to = from + word.length
      const id = wordIds[index]
      // A word that is partly in italics counts as italic.
      while ((italics[next]?.to ?? Infinity) <= from) next++
      const isItalic = (italics[next]?.from ?? Infinity) < to
      if (!isItalic || id === undefined) close()
      else {
        first ??= id
        last = id
      }
    }
    close()
  }

  /** The name of the words' speaker is shown before them. */
  addName([first]: readonly string[]): void {
    if (first !== undefined) this.marks.push({ ...this.#on(first, first), kind: 'speaker-name', value: true })
  }

  addPosition(wordIds: readonly string[], position: CuePosition | null): void {
    const first = wordIds[0]
    const last = wordIds.at(-1)
    if (position === null || first === undefined || last === undefined) return
    this.marks.push({ ...this.#on(first, last), kind: 'position', value: position })
  }

  #on(fromWordId: string, toWordId: string): { id: string; fromWordId: string; toWordId: string } {
    return { id: `style.${this.marks.length + 1}`, fromWordId, toWordId }
  }
}
