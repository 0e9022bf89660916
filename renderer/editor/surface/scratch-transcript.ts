import type { Edit } from '#core/edits/edit'
import { replaceParagraphText } from '#core/edits/replace-text'
import type { EditLimits } from '#core/edits/times'
import { WorkingCopy } from '#core/edits/working-copy'
import { paragraphText, type Paragraph, type Transcript } from '#core/transcript/transcript'
import { oneLine } from './paragraph-layout.ts'

/** A transcript on which edits are tried one after the other; they are collected. Refusals of core pass through. */
export class ScratchTranscript {
  readonly edits: Edit[] = []
  readonly #copy: WorkingCopy
  readonly #newId: () => string
  readonly #renamed = new Map<string, string>()

  constructor(transcript: Transcript, newId: () => string, limits: EditLimits) {
    this.#copy = new WorkingCopy(transcript, limits)
    this.#newId = newId
  }

  get transcript(): Transcript {
    return this.#copy.transcript()
  }

  /** What a paragraph of the transcript as it was given is called now. */
  idNow(paragraphId: string | null): string | null {
    return paragraphId === null ? null : (this.#renamed.get(paragraphId) ?? paragraphId)
  }

  #apply(edit: Edit): void {
    this.#copy.apply(edit)
    this.edits.push(edit)
  }

  #paragraph(id: string): Paragraph {
    const paragraph = this.transcript.paragraphs.find((each) => each.id === id)
    if (paragraph === undefined) throw new RangeError(`No paragraph ${id}`)
    return paragraph
  }

  /** `line`: how the paragraph's text looks as a line; line breaks inside what did not change stay. */
  setText(paragraphId: string, line: string): void {
    const paragraph = this.#paragraph(paragraphId)
    const old = paragraphText(paragraph)
    const text = changedText(old, line)
    if (text !== old) this.#apply(replaceParagraphText(paragraph, this.#newId(), text))
  }

  remove(paragraphId: string | null): void {
    if (paragraphId === null) return
    const text = paragraphText(this.#paragraph(paragraphId))
    this.#apply({ kind: 'delete-paragraph', id: this.#newId(), paragraphId, text })
  }

  /** False where speech and a note cannot be one paragraph. */
  merge(firstParagraphId: string, secondParagraphId: string): boolean {
    if (this.#paragraph(firstParagraphId).kind !== this.#paragraph(secondParagraphId).kind) return false
    this.#apply({ kind: 'merge-paragraphs', id: this.#newId(), firstParagraphId, secondParagraphId })
    return true
  }

  /** The paragraph in as many as there are lines (none of them blank), each with its text. Their ids, in order. */
  split(paragraphId: string, lines: readonly string[]): string[] {
    const [only = ''] = lines
    if (lines.length === 1) {
      this.setText(paragraphId, only)
      return [paragraphId]
    }
    let cuts = cutsBetween(paragraphText(this.#paragraph(paragraphId)), lines)
    if (cuts === null) {
      this.setText(paragraphId, lines.join(' '))
      cuts = []
      let at = 0
      for (const line of lines.slice(0, -1)) {
        at += line.length + 1
        cuts.push(at)
      }
    }
    const ids = this.#splitAt(paragraphId, cuts)
    // Core takes the space at a cut away; the line may have kept it.
    ids.forEach((id, index) => this.setText(id, lines[index] ?? ''))
    return ids
  }

  /** New paragraphs for lines that have none, split off from the one above, else the one below, else as a note. */
  create(lines: readonly string[], above: string | null, below: string | null): string[] {
    if (above !== null) {
      const text = oneLine(paragraphText(this.#paragraph(above)))
      return this.split(above, [text, ...lines]).slice(1)
    }
    if (below !== null) {
      const text = oneLine(paragraphText(this.#paragraph(below)))
      const ids = this.split(below, [...lines, text])
      this.#renamed.set(below, ids.at(-1) ?? below)
      return ids.slice(0, -1)
    }
    const id = this.#newId()
    const endMs = this.transcript.turns.reduce((latest, turn) => Math.max(latest, turn.endMs), 0)
    const text = lines.join(' ')
    this.#apply({ kind: 'insert-sound', id, paragraphKind: 'note', text, startMs: 0, endMs })
    return this.split(`${id}.0`, lines)
  }

  /** Halves it first: thousands of pasted words are not gone through once for each of their lines. */
  #splitAt(paragraphId: string, cuts: readonly number[]): string[] {
    const middle = Math.floor(cuts.length / 2)
    const cut = cuts[middle]
    if (cut === undefined) return [paragraphId]
    const rest = paragraphText(this.#paragraph(paragraphId)).slice(cut)
    const id = this.#newId()
    this.#apply({ kind: 'split-paragraph', id, ...this.#wordAt(paragraphId, cut) })
    // The second part begins after the space at the cut.
    const begin = cut + rest.length - rest.trimStart().length
    const later = cuts.slice(middle + 1).map((each) => each - begin)
    return [...this.#splitAt(paragraphId, cuts.slice(0, middle)), ...this.#splitAt(`${id}.0`, later)]
  }

  #wordAt(paragraphId: string, at: number): { wordId: string; offset: number } {
    let end = 0
    for (const word of this.#paragraph(paragraphId).words) {
      const start = end + word.before.length
      end = start + word.text.length
      if (at < end) return { wordId: word.id, offset: Math.max(0, at - start) }
    }
    throw new RangeError(`No word at ${at} of ${paragraphId}`)
  }
}

/** `old` with what differs in `line` changed; what a line cannot show of it stays. */
function changedText(old: string, line: string): string {
  const shown = oneLine(old)
  if (shown === line) return old
  const shorter = Math.min(shown.length, line.length)
  let start = 0
  while (start < shorter && shown[start] === line[start]) start += 1
  let tail = 0
  while (tail < shorter - start && shown.at(-1 - tail) === line.at(-1 - tail)) tail += 1
  return old.slice(0, start) + line.slice(start, line.length - tail) + old.slice(old.length - tail)
}

/** Where the text is cut into lines if that is all that happened, space at the cuts aside; null if it is not. */
function cutsBetween(text: string, lines: readonly string[]): number[] | null {
  const shown = oneLine(text)
  const cuts: number[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      while (!shown.startsWith(line, at) && /\s/u.test(shown.charAt(at))) at += 1
      cuts.push(at)
    }
    if (!shown.startsWith(line, at)) return null
    at += line.length
  }
  return at === shown.length ? cuts : null
}
