import type { Transcript } from '../transcript/transcript.ts'
import { applyAddSpeaker } from './kinds/add-speaker.ts'
import { applyAssignSpeaker } from './kinds/assign-speaker.ts'
import { changedRun, type ChangedRun } from './changed-run.ts'
import { applyCountSpeakers } from './kinds/count-speakers.ts'
import { applyDeleteParagraph } from './kinds/delete-paragraph.ts'
import { applyDeleteParagraphs } from './kinds/delete-paragraphs.ts'
import type { Edit, RestoreEdit } from './edit.ts'
import { applyInsertParagraphs } from './kinds/insert-paragraphs.ts'
import { applyInsertSound } from './kinds/insert-sound.ts'
import { followMarks } from './carry/marks-follow.ts'
import { applyMergeParagraphs } from './kinds/merge-paragraphs.ts'
import { applyMergeSpeakers } from './kinds/merge-speakers.ts'
import { EditRefused } from './refused.ts'
import { applyRemoveMark } from './kinds/remove-mark.ts'
import { applyRedactSpeaker } from './kinds/redact-speaker.ts'
import { applyRenameSpeaker } from './kinds/rename-speaker.ts'
import { applyReplaceText } from './kinds/replace-text.ts'
import { applyRestore, restoreBetween } from './history/restore.ts'
import { applyRetimeWord } from './kinds/retime-word.ts'
import { applySetCaptionRules } from './kinds/set-caption-rules.ts'
import { applySetFillers } from './kinds/set-fillers.ts'
import { applySetNumbers } from './kinds/set-numbers.ts'
import { applySetMark } from './kinds/set-mark.ts'
import { applySplitParagraph } from './kinds/split-paragraph.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween, type Touched } from './touched.ts'

export interface AppliedEdit {
  readonly transcript: Transcript
  /** Applied to `transcript`, restores the previous transcript byte for byte. */
  readonly inverse: RestoreEdit
  readonly touched: Touched
}

/**
 * The transcript after an edit; the given one is not modified, and unchanged parts are shared with it. A
 * transcript that passes `lint` still passes afterwards (with `limits.durationMs`, inside the recording too).
 * @throws EditRefused when the edit cannot be applied: its words no longer exist, its times are invalid …
 */
export function applyEdit(transcript: Transcript, edit: Edit, limits: EditLimits = {}): AppliedEdit {
  const after = transcriptAfter(transcript, edit, limits)
  return {
    transcript: after,
    inverse: inverseOf(edit, transcript, after),
    touched: touchedBetween(transcript, after),
  }
}

/** `applyEdit` for callers that do not need the inverse. @throws EditRefused */
export function transcriptAfter(transcript: Transcript, edit: Edit, limits: EditLimits): Transcript {
  const after = followMarks(transcript, applyKind(transcript, edit, limits), edit)
  // An inverse restores ids that the edit itself removed, so it is never refused.
  if (edit.kind !== 'restore') checkIds(transcript, after, edit)
  return after
}

export function inverseOf(edit: Edit, before: Transcript, after: Transcript): RestoreEdit {
  return restoreBetween(`${edit.id}/inverse`, before, after)
}

function applyKind(transcript: Transcript, edit: Edit, limits: EditLimits): Transcript {
  switch (edit.kind) {
    case 'replace-text':
      return applyReplaceText(transcript, edit)
    case 'split-paragraph':
      return applySplitParagraph(transcript, edit)
    case 'merge-paragraphs':
      return applyMergeParagraphs(transcript, edit)
    case 'assign-speaker':
      return applyAssignSpeaker(transcript, edit)
    case 'merge-speakers':
      return applyMergeSpeakers(transcript, edit)
    case 'rename-speaker':
      return applyRenameSpeaker(transcript, edit)
    case 'redact-speaker':
      return applyRedactSpeaker(transcript, edit)
    case 'add-speaker':
      return applyAddSpeaker(transcript, edit)
    case 'count-speakers':
      return applyCountSpeakers(transcript, edit)
    case 'retime-word':
      return applyRetimeWord(transcript, edit, limits)
    case 'insert-sound':
      return applyInsertSound(transcript, edit, limits)
    case 'delete-paragraph':
      return applyDeleteParagraph(transcript, edit)
    case 'insert-paragraphs':
      return applyInsertParagraphs(transcript, edit)
    case 'delete-paragraphs':
      return applyDeleteParagraphs(transcript, edit)
    case 'set-mark':
      return applySetMark(transcript, edit, limits)
    case 'remove-mark':
      return applyRemoveMark(transcript, edit)
    case 'set-caption-rules':
      return applySetCaptionRules(transcript, edit)
    case 'set-fillers':
      return applySetFillers(transcript, edit)
    case 'set-numbers':
      return applySetNumbers(transcript, edit)
    case 'restore':
      return applyRestore(transcript, edit)
    default:
      throw unknownKind(edit)
  }
}

/** Reached only by unvalidated data from outside. */
function unknownKind(edit: never): TypeError {
  return new TypeError(`No such kind of edit: ${JSON.stringify(edit)}`)
}

/** A reused edit id would produce duplicate ids; refusing it is better than two words with the same id. */
function checkIds(before: Transcript, after: Transcript, edit: Edit): void {
  const run = changedRun(before, after)
  checkParagraphIds(run, after)
  // Word ids are numbered across the inserted paragraphs, so unique paragraph ids imply unique word ids.
  if (edit.kind === 'insert-paragraphs') return
  const wordIds = new Set<string>()
  for (const { words } of run.after) {
    for (const word of words) {
      if (wordIds.has(word.id)) throw new EditRefused('id-taken', word.id)
      wordIds.add(word.id)
    }
  }
}

function checkParagraphIds(run: ChangedRun, after: Transcript): void {
  const oldIds = new Set(run.before.map((paragraph) => paragraph.id))
  const newIds = new Set<string>()
  let count = 0
  for (const { id } of run.after) {
    if (oldIds.has(id)) continue
    newIds.add(id)
    count += 1
    if (newIds.size < count) throw new EditRefused('id-taken', id)
  }
  if (count === 0) return
  let there = 0
  for (const { id } of after.paragraphs) {
    if (newIds.has(id)) there += 1
    if (there > count) throw new EditRefused('id-taken', id)
  }
}
