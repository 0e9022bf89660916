import type { Edit } from '#core/edits/edit'
import { insertParagraphsEdit } from '#core/edits/kinds/insert-paragraphs'
import { replaceParagraphText } from '#core/edits/kinds/replace-text'
import type { EditLimits } from '#core/edits/times'
import { WorkingCopy } from '#core/edits/working-copy'
import { commonTextEnds, middleOf } from '#core/sequences/common-ends'
import { redactionsBy } from '#core/transcript/redacted-words'
import { paragraphText, type Paragraph, type Transcript } from '#core/transcript/transcript'
import { oneLine } from './paragraph-layout.ts'

// Limit for one edit, to keep the call to the studio small.
const mostDeletedAtOnce = 2_000

/** A transcript on which edits are tried one after the other and collected. Core's refusals are passed on. */
export class ScratchTranscript {
  readonly edits: Edit[] = []
  readonly #copy: WorkingCopy
  readonly #newId: () => string
  readonly #renamed = new Map<string, string>()

  readonly #fromRedacted: readonly string[]

  constructor(
    transcript: Transcript,
    newId: () => string,
    { limits, fromRedacted }: { readonly limits: EditLimits; readonly fromRedacted: readonly string[] },
  ) {
    this.#fromRedacted = fromRedacted
    this.#copy = new WorkingCopy(transcript, limits)
    this.#newId = newId
  }

  get transcript(): Transcript {
    return this.#copy.transcript()
  }

  /** The current id of a paragraph of the original transcript. */
  idNow(paragraphId: string | null): string | null {
    return paragraphId === null ? null : (this.#renamed.get(paragraphId) ?? paragraphId)
  }

  #apply(made: Edit): void {
    const edit = this.#fromRedacted.length === 0 ? made : withRedactions(made, this.#fromRedacted)
    this.#copy.apply(edit)
    this.edits.push(edit)
  }

  #paragraph(id: string): Paragraph {
    const paragraph = this.transcript.paragraphs.find((each) => each.id === id)
    if (paragraph === undefined) throw new RangeError(`No paragraph ${id}`)
    return paragraph
  }

  /** `line`: the paragraph's text as shown on its line; line breaks in unchanged parts stay. */
  setText(paragraphId: string, line: string): void {
    const paragraph = this.#paragraph(paragraphId)
    const old = paragraphText(paragraph)
    const text = changedText(old, line)
    if (text === old) return
    const redacted = redactionsBy(this.transcript)?.(paragraph)
    this.#apply(replaceParagraphText(paragraph, this.#newId(), text, redacted))
  }

  remove(paragraphId: string | null): void {
    if (paragraphId === null) return
    const text = paragraphText(this.#paragraph(paragraphId))
    this.#apply({ kind: 'delete-paragraph', id: this.#newId(), paragraphId, text })
  }

  /** Removes many at once in linear time; removing one by one would search the transcript for each. */
  removeAll(paragraphIds: readonly (string | null)[]): void {
    const ids = paragraphIds.filter((id) => id !== null)
    if (ids.length <= 1) {
      this.remove(ids[0] ?? null)
      return
    }
    const paragraphOf = new Map(this.transcript.paragraphs.map((each) => [each.id, each]))
    for (let from = 0; from < ids.length; from += mostDeletedAtOnce) {
      const paragraphs = ids.slice(from, from + mostDeletedAtOnce).map((paragraphId) => {
        const paragraph = paragraphOf.get(paragraphId)
        if (paragraph === undefined) throw new RangeError(`No paragraph ${paragraphId}`)
        return { paragraphId, text: paragraphText(paragraph) }
      })
      this.#apply({ kind: 'delete-paragraphs', id: this.#newId(), paragraphs })
    }
  }

  /** Returns false if the two cannot be joined (speech and a note). */
  merge(firstParagraphId: string, secondParagraphId: string): boolean {
    if (this.#paragraph(firstParagraphId).kind !== this.#paragraph(secondParagraphId).kind) return false
    this.#apply({ kind: 'merge-paragraphs', id: this.#newId(), firstParagraphId, secondParagraphId })
    return true
  }

  /**
   * Splits the paragraph into as many as there are lines (none of them blank), each with its text. Returns their ids in
   * order.
   */
  split(paragraphId: string, lines: readonly string[]): string[] {
    const [only = ''] = lines
    if (lines.length === 1) {
      this.setText(paragraphId, only)
      return [paragraphId]
    }
    const old = paragraphText(this.#paragraph(paragraphId))
    if (lines.length > 2 && only === oneLine(old)) {
      return [paragraphId, ...this.insertBelow(paragraphId, lines.slice(1))]
    }
    let cuts = cutsBetween(old, lines)
    if (cuts === null && lines.length > 2 && isPutInto(oneLine(old), lines)) {
      const ends = this.split(paragraphId, [only, lines.at(-1) ?? ''])
      const between = this.insertBelow(paragraphId, lines.slice(1, -1))
      return [paragraphId, ...between, ...ends.slice(1)]
    }
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
    // Core removes spaces at a cut; the line may have kept them.
    ids.forEach((id, index) => this.setText(id, lines[index] ?? ''))
    return ids
  }

  /**
   * Creates paragraphs for lines without one: split off from the one above, else from the one below, else as a note.
   */
  create(lines: readonly string[], above: string | null, below: string | null): string[] {
    if (lines.length > 1 && (above !== null || below !== null)) return this.insertBelow(above, lines)
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

  /**
   * Inserts lines (none of them blank) as paragraphs below the given one; null: above the first. Returns their ids in
   * order.
   */
  insertBelow(paragraphId: string | null, lines: readonly string[]): string[] {
    if (lines.length === 0) return []
    const id = this.#newId()
    const after = paragraphId === null ? null : this.#paragraph(paragraphId)
    this.#apply(insertParagraphsEdit(id, after, lines))
    return lines.map((_, index) => `${id}.${index}`)
  }

  /** Splits in halves first, so that thousands of pasted words are not copied once for each line. */
  #splitAt(paragraphId: string, cuts: readonly number[]): string[] {
    const middle = Math.floor(cuts.length / 2)
    const cut = cuts[middle]
    if (cut === undefined) return [paragraphId]
    const rest = paragraphText(this.#paragraph(paragraphId)).slice(cut)
    const id = this.#newId()
    this.#apply({ kind: 'split-paragraph', id, ...this.#wordAt(paragraphId, cut) })
    // The second part starts after the spaces at the cut.
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

/** The edit with the texts it inserts that were cut from redacted words. */
function withRedactions(edit: Edit, texts: readonly string[]): Edit {
  if (edit.kind !== 'replace-text' && edit.kind !== 'insert-paragraphs' && edit.kind !== 'insert-sound')
    return edit
  const inserted =
    edit.kind === 'insert-paragraphs'
      ? edit.texts.join('\n')
      : ((edit.kind === 'replace-text' ? edit.base?.text : undefined) ?? edit.text)
  const fromRedacted = texts.filter((text) => inserted.includes(text))
  return fromRedacted.length === 0 ? edit : { ...edit, fromRedacted }
}

/** Applies the differences in `line` to `old`; characters that a line cannot show are kept. */
function changedText(old: string, line: string): string {
  const shown = oneLine(old)
  if (shown === line) return old
  const ends = commonTextEnds(shown, line)
  return old.slice(0, ends.head) + middleOf(line, ends) + old.slice(old.length - ends.tail)
}

/**
 * Whether lines were inserted at one place of a line: all its text remains, at the start of the first and the end of
 * the last.
 */
function isPutInto(old: string, lines: readonly string[]): boolean {
  const { head } = commonTextEnds(old, lines[0] ?? '')
  return (lines.at(-1) ?? '').endsWith(old.slice(head))
}

/** The cuts if the text was only split into lines, apart from spaces at the cuts; otherwise null. */
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
