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
import { applyRenameSpeaker } from './kinds/rename-speaker.ts'
import { applyReplaceText } from './kinds/replace-text.ts'
import { applyRestore, restoreBetween } from './history/restore.ts'
import { applyRetimeWord } from './kinds/retime-word.ts'
import { applySetMark } from './kinds/set-mark.ts'
import { applySplitParagraph } from './kinds/split-paragraph.ts'
import type { EditLimits } from './times.ts'
import { touchedBetween, type Touched } from './touched.ts'

export interface AppliedEdit {
  readonly transcript: Transcript
  /** Applied to `transcript`, gives back the one before, byte for byte. */
  readonly inverse: RestoreEdit
  readonly touched: Touched
}

/**
 * The transcript after an edit; the one given is not changed, and what the edit leaves alone is shared with it.
 * Whatever passes `lint` before passes it after (with `limits.durationMs`, inside the recording too).
 * @throws EditRefused when the edit cannot be made here: its words are gone, its times are no times …
 */
export function applyEdit(transcript: Transcript, edit: Edit, limits: EditLimits = {}): AppliedEdit {
  const after = transcriptAfter(transcript, edit, limits)
  return {
    transcript: after,
    inverse: inverseOf(edit, transcript, after),
    touched: touchedBetween(transcript, after),
  }
}

/** `applyEdit` for who has no use for what takes it back. @throws EditRefused */
export function transcriptAfter(transcript: Transcript, edit: Edit, limits: EditLimits): Transcript {
  const after = followMarks(transcript, applyKind(transcript, edit, limits))
  // An inverse brings back ids that it took itself: it is never refused.
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
    case 'restore':
      return applyRestore(transcript, edit)
    default:
      throw unknownKind(edit)
  }
}

/** Only data from outside that nobody checked can get here. */
function unknownKind(edit: never): TypeError {
  return new TypeError(`No such kind of edit: ${JSON.stringify(edit)}`)
}

/** An edit id that is used twice would make ids twice: better refused than two words of one name. */
function checkIds(before: Transcript, after: Transcript, edit: Edit): void {
  const run = changedRun(before, after)
  checkParagraphIds(run, after)
  // Words are counted through the paragraphs: where those are new, so are they.
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
