import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { inverseOf, transcriptAfter } from './apply.ts'
import { appliesUnchanged } from './carry/carry-text.ts'
import { movesMarks } from './carry/marks-moved.ts'
import { isOfRedactedVoice } from './carry/voices-follow.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import { wordsPutBack } from './history/put-back.ts'
import { withWordsPutBack } from './history/put-back-words.ts'
import { EditRefused } from './refused.ts'
import { replacedWords } from './kinds/replace-text.ts'
import { restoreOfWords } from './history/restore.ts'
import type { EditLimits } from './times.ts'

/** The effect of an edit on a working copy, computed lazily. */
export interface WorkedEdit {
  readonly inverse: RestoreEdit
}

// Building an index of thousands of paragraphs is not worth it for the one edit of a keystroke.
const fewSearches = 3

/**
 * A transcript changed by many edits in sequence. An edit of one paragraph's words examines only that
 * paragraph, whereas `applyEdit` alone goes through all of them; the result is the same.
 */
export class WorkingCopy {
  readonly #limits: EditLimits
  #transcript: Transcript
  /** The paragraphs after a change; not returned yet, so they may be modified in place. */
  #paragraphs: Paragraph[] | null = null
  #places: Map<string, number> | null = null
  #searches = 0

  constructor(transcript: Transcript, limits: EditLimits = {}) {
    this.#transcript = transcript
    this.#limits = limits
  }

  /** The current transcript; later edits do not change it. */
  transcript(): Transcript {
    if (this.#paragraphs !== null) {
      this.#transcript = { ...this.#transcript, paragraphs: this.#paragraphs }
      this.#paragraphs = null
    }
    return this.#transcript
  }

  /** Whether a text edit applies unchanged whatever happened since: a quick check before `rebase`. */
  fits(edit: Edit): boolean {
    if (edit.kind !== 'replace-text') return false
    const paragraph = this.#paragraphAt(this.#indexOfParagraph(edit.paragraphId))
    return paragraph !== undefined && appliesUnchanged(edit, paragraph)
  }

  /** @throws EditRefused, leaving everything unchanged */
  apply(edit: Edit): WorkedEdit {
    const quick = this.#applyToWords(edit)
    if (quick !== null) return quick
    const before = this.transcript()
    const transcript = transcriptAfter(before, edit, this.#limits)
    this.#transcript = transcript
    this.#places = null
    return {
      get inverse() {
        return inverseOf(edit, before, transcript)
      },
    }
  }

  /** Applies an edit that changes only one paragraph's words; returns null without any effect for any other edit. */
  #applyToWords(edit: Edit): WorkedEdit | null {
    const paragraphId = wordsOfOne(edit)
    const place = paragraphId === null ? undefined : this.#indexOfParagraph(paragraphId)
    const before = this.#paragraphAt(place)
    if (place === undefined || before === undefined) return null
    const after = this.#wordsAfter(edit, place, before)
    if (after === null || this.#movesMarks(before, after, edit)) return null
    this.#paragraphs ??= [...this.#transcript.paragraphs]
    this.#paragraphs[place] = after
    return {
      get inverse() {
        return restoreOfWords(`${edit.id}/inverse`, before, after)
      },
    }
  }

  #wordsAfter(edit: Edit, place: number, before: Paragraph): Paragraph | null {
    if (edit.kind === 'restore') return wordsRestored(before, edit)
    if (edit.kind !== 'replace-text') return null
    const paragraphs = this.#paragraphs ?? this.#transcript.paragraphs
    const words = replacedWords({ paragraphs, turns: this.#transcript.turns }, place, edit)
    if (words.length === 0) return null
    checkWordIds(words)
    return { ...before, words }
  }

  #movesMarks(before: Paragraph, after: Paragraph, edit: Edit): boolean {
    const { marks } = this.#transcript
    if (edit.kind === 'replace-text' && edit.fromRedacted !== undefined) return true
    if (isOfRedactedVoice(before, this.#transcript)) return true
    return marks.length > 0 && movesMarks(marks, before, after, edit.kind === 'restore')
  }

  #paragraphAt(place: number | undefined): Paragraph | undefined {
    return place === undefined ? undefined : (this.#paragraphs ?? this.#transcript.paragraphs)[place]
  }

  #indexOfParagraph(paragraphId: string): number | undefined {
    const paragraphs = this.#paragraphs ?? this.#transcript.paragraphs
    if (this.#searches < fewSearches) {
      this.#searches += 1
      const at = paragraphs.findIndex(({ id }) => id === paragraphId)
      return at < 0 ? undefined : at
    }
    this.#places ??= new Map(paragraphs.map(({ id }, at) => [id, at]))
    return this.#places.get(paragraphId)
  }
}

function wordsRestored(
  before: Paragraph,
  { paragraphs: [run], words: [ownWords] = [] }: RestoreEdit,
): Paragraph | null {
  if (run !== undefined) return wordsPutBack(before, run)
  if (ownWords === undefined) return null
  const { afterWordId, remove, put } = ownWords
  const there = new Set(before.words.map((word) => word.id))
  // Any other edit may concern the other paragraphs too.
  const isHere =
    remove.length > 0 ? remove.every((id) => there.has(id)) : afterWordId === null || there.has(afterWordId)
  if (!isHere) return null
  const after = withWordsPutBack(before, ownWords)
  const isAlone = after.words.length === before.words.length - remove.length + put.length
  return isAlone && after.words.length > 0 ? after : null
}

/** The paragraph whose words an edit changes, if it changes nothing else; else null. */
function wordsOfOne(edit: Edit): string | null {
  if (edit.kind === 'replace-text') return edit.paragraphId
  if (edit.kind !== 'restore' || edit.heads.length > 0) return null
  const { paragraphs, words = [] } = edit
  if (paragraphs.length + words.length !== 1) return null
  if (edit.speakers !== null || edit.turns !== null || edit.marks !== null) return null
  if (edit.captionRules !== undefined || edit.fillers !== undefined || edit.numbers !== undefined) return null
  return words[0]?.paragraphId ?? paragraphs[0]?.remove[0]?.id ?? null
}

/** Same check as in `applyEdit`: a reused edit id would produce duplicate ids. */
function checkWordIds(words: Paragraph['words']): void {
  const ids = new Set<string>()
  for (const { id } of words) {
    if (ids.has(id)) throw new EditRefused('id-taken', id)
    ids.add(id)
  }
}
