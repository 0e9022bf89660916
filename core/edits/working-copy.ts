import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { appliesUnchanged } from './carry/carry-text.ts'
import { followMarks } from './carry/marks-follow.ts'
import { movesMarks } from './carry/marks-moved.ts'
import { isOfRedactedVoice } from './carry/voices-follow.ts'
import { checkIds, checkWordIds } from './check-ids.ts'
import type { Edit, ReplaceTextEdit, RestoreEdit } from './edit.ts'
import { wordsPutBack } from './history/put-back.ts'
import { type ParagraphChange, runPutBack } from './history/put-back-words.ts'
import { restoreBetween, restoreOfWords } from './history/restore.ts'
import { applyKind } from './apply-kind.ts'
import { replacedWords } from './kinds/replace-text.ts'
import { withParagraphs } from './places.ts'
import { EditRefused } from './refused.ts'
import type { EditLimits } from './times.ts'

/** The effect of an edit on a working copy, computed lazily. */
export interface WorkedEdit {
  readonly inverse: RestoreEdit
}

// Building an index of thousands of paragraphs is not worth it for the one edit of a keystroke.
const fewSearches = 3

/**
 * A transcript changed by edits in sequence. An edit of one paragraph's words examines only that paragraph, as long as
 * no mark has to follow them.
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
    if (edit.kind === 'replace-text') return this.#change(this.#replaced(edit), edit)
    const change = edit.kind === 'restore' ? this.#restored(edit) : null
    if (change !== null) return this.#change(change, edit)
    const before = this.transcript()
    return this.#follow(before, applyKind(before, edit, this.#limits), edit)
  }

  #replaced(edit: ReplaceTextEdit): ParagraphChange {
    const place = this.#indexOfParagraph(edit.paragraphId)
    const before = this.#paragraphAt(place)
    if (place === undefined || before === undefined) throw new EditRefused('paragraph-gone', edit.paragraphId)
    const { turns } = this.#transcript
    const words = replacedWords({ paragraphs: this.#now(), turns }, place, edit)
    return { place, before, after: { ...before, words } }
  }

  /** Null for a restore of more than one paragraph's words. */
  #restored(edit: RestoreEdit): ParagraphChange | null {
    if (!restoresOnlyWords(edit)) return null
    const {
      paragraphs: [run],
      words: [words] = [],
    } = edit
    if (words !== undefined)
      return this.#unlessElsewhere(runPutBack(this.#now(), words, this.#indexOfParagraph(words.paragraphId)))
    const place = this.#indexOfParagraph(run?.remove[0]?.id ?? '')
    const before = this.#paragraphAt(place)
    if (run === undefined || place === undefined || before === undefined) return null
    const after = wordsPutBack(before, run)
    return after === null || after.words.length === 0 ? null : this.#unlessElsewhere({ place, before, after })
  }

  /** Null where words that are put back are in another paragraph: a running job may have grouped them anew. */
  #unlessElsewhere(change: ParagraphChange | null): ParagraphChange | null {
    if (change === null) return null
    const had = new Set(change.before.words.map(({ id }) => id))
    const added = new Set(change.after.words.flatMap(({ id }) => (had.has(id) ? [] : [id])))
    const holdsAdded = (paragraph: Paragraph): boolean =>
      paragraph !== change.before && paragraph.words.some(({ id }) => added.has(id))
    return added.size > 0 && this.#now().some(holdsAdded) ? null : change
  }

  #change(change: ParagraphChange, edit: Edit): WorkedEdit {
    const { place, before, after } = change
    if (after.words.length === 0 || this.#movesMarks(before, after, edit)) {
      const whole = this.transcript()
      return this.#follow(
        whole,
        withParagraphs(whole, place, 1, after.words.length === 0 ? [] : [after]),
        edit,
      )
    }
    // An inverse restores ids that the edit itself removed, so it is never refused.
    if (edit.kind !== 'restore') checkWordIds([after])
    this.#paragraphs ??= [...this.#transcript.paragraphs]
    this.#paragraphs[place] = after
    return {
      get inverse() {
        return restoreOfWords(`${edit.id}/inverse`, before, after)
      },
    }
  }

  /** Lets the marks follow words that changed anywhere. */
  #follow(before: Transcript, changed: Transcript, edit: Edit): WorkedEdit {
    const after = followMarks(before, changed, edit)
    if (edit.kind !== 'restore') checkIds(before, after, edit)
    this.#transcript = after
    this.#places = null
    return {
      get inverse() {
        return restoreBetween(`${edit.id}/inverse`, before, after)
      },
    }
  }

  #movesMarks(before: Paragraph, after: Paragraph, edit: Edit): boolean {
    const { marks } = this.#transcript
    if (edit.kind === 'replace-text' && edit.fromRedacted !== undefined) return true
    if (isOfRedactedVoice(before, this.#transcript)) return true
    return marks.length > 0 && movesMarks(marks, before, after, edit.kind === 'restore')
  }

  #now(): readonly Paragraph[] {
    return this.#paragraphs ?? this.#transcript.paragraphs
  }

  #paragraphAt(place: number | undefined): Paragraph | undefined {
    return place === undefined ? undefined : this.#now()[place]
  }

  #indexOfParagraph(paragraphId: string): number | undefined {
    const paragraphs = this.#now()
    if (this.#searches < fewSearches) {
      this.#searches += 1
      const at = paragraphs.findIndex(({ id }) => id === paragraphId)
      return at < 0 ? undefined : at
    }
    this.#places ??= new Map(paragraphs.map(({ id }, at) => [id, at]))
    return this.#places.get(paragraphId)
  }
}

/** Whether a restore changes one paragraph's words and nothing else. */
function restoresOnlyWords({ paragraphs, words = [], heads, ...rest }: RestoreEdit): boolean {
  if (paragraphs.length + words.length !== 1 || heads.length > 0) return false
  if (rest.speakers !== null || rest.turns !== null || rest.marks !== null) return false
  return [rest.captionRules, rest.fillers, rest.numbers, rest.captionTiming].every(
    (each) => each === undefined,
  )
}
