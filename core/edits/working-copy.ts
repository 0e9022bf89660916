import { paragraphText, type Paragraph, type Transcript } from '../transcript/transcript.ts'
import { inverseOf, transcriptAfter } from './apply.ts'
import { appliesUnchanged } from './carry/carry-text.ts'
import { movesMarks } from './carry/marks-moved.ts'
import { isOfRedactedVoice } from './carry/voices-follow.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import { wordsPutBack } from './history/put-back.ts'
import { EditRefused } from './refused.ts'
import { replacedWords } from './kinds/replace-text.ts'
import { restoreOfWords } from './history/restore.ts'
import type { EditLimits } from './times.ts'
import { typingOf, type Typing } from './typing.ts'

/** The effects of an edit on a working copy; both are computed lazily. */
export interface WorkedEdit {
  readonly inverse: RestoreEdit
  /** Used to join the next keystroke to this one; null for anything but a text edit. */
  readonly typing: Typing | null
}

// A keystroke is one edit; building an index of thousands of paragraphs for it would be a waste.
const fewSearches = 3

/**
 * A transcript that many edits change one after the other. An edit of one paragraph's words looks only at that
 * paragraph, whereas `applyEdit` by itself goes through all of them; the result is the same.
 */
export class WorkingCopy {
  readonly #limits: EditLimits
  #transcript: Transcript
  /** The paragraphs after a change; not handed out yet, so they may be modified in place. */
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
    const paragraph = this.#paragraphAt(this.#placeOf(edit.paragraphId))
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
    const changed =
      edit.kind === 'replace-text' ? before.paragraphs.find(({ id }) => id === edit.paragraphId) : undefined
    return {
      get inverse() {
        return inverseOf(edit, before, transcript)
      },
      typing: changed === undefined ? null : typingIn(changed, edit),
    }
  }

  /** Applies an edit that changes only one paragraph's words; returns null without any effect for any other edit. */
  #applyToWords(edit: Edit): WorkedEdit | null {
    const paragraphId = wordsOfOne(edit)
    const place = paragraphId === null ? undefined : this.#placeOf(paragraphId)
    const before = this.#paragraphAt(place)
    if (place === undefined || before === undefined) return null
    const after = this.#wordsAfter(edit, place, before)
    if (after === null || this.#movesMarks(before, after, edit)) return null
    this.#paragraphs ??= [...this.#transcript.paragraphs]
    this.#paragraphs[place] = after
    const afterId = this.#paragraphAt(place - 1)?.id ?? null
    return {
      get inverse() {
        return restoreOfWords(`${edit.id}/inverse`, afterId, before, after)
      },
      get typing() {
        return typingIn(before, edit)
      },
    }
  }

  #wordsAfter(edit: Edit, place: number, before: Paragraph): Paragraph | null {
    if (edit.kind === 'restore') return edit.paragraphs[0] ? wordsPutBack(before, edit.paragraphs[0]) : null
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

  #placeOf(paragraphId: string): number | undefined {
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

function typingIn(before: Paragraph, edit: Edit): Typing | null {
  return edit.kind === 'replace-text' ? typingOf(paragraphText(before), edit) : null
}

/** The paragraph whose words an edit changes, if it changes nothing else; else null. */
function wordsOfOne(edit: Edit): string | null {
  if (edit.kind === 'replace-text') return edit.paragraphId
  if (edit.kind !== 'restore' || edit.paragraphs.length !== 1 || edit.heads.length > 0) return null
  if (edit.speakers !== null || edit.turns !== null || edit.marks !== null) return null
  if (edit.captionRules !== undefined || edit.fillers !== undefined || edit.numbers !== undefined) return null
  return edit.paragraphs[0]?.remove[0]?.id ?? null
}

/** Same check as in `applyEdit`: a reused edit id would produce duplicate ids. */
function checkWordIds(words: Paragraph['words']): void {
  const ids = new Set<string>()
  for (const { id } of words) {
    if (ids.has(id)) throw new EditRefused('id-taken', id)
    ids.add(id)
  }
}
