import type { Transcript } from '../transcript/transcript.ts'
import type { Edit, ReplaceTextEdit } from './edit.ts'
import { applyRestore } from './history/restore.ts'
import type { EditLimits } from './times.ts'
import { applyAddSpeaker } from './kinds/add-speaker.ts'
import { applyAssignSpeaker } from './kinds/assign-speaker.ts'
import { applyCountSpeakers } from './kinds/count-speakers.ts'
import { applyDeleteParagraph } from './kinds/delete-paragraph.ts'
import { applyDeleteParagraphs } from './kinds/delete-paragraphs.ts'
import { applyInsertParagraphs } from './kinds/insert-paragraphs.ts'
import { applyInsertSound } from './kinds/insert-sound.ts'
import { applyMergeParagraphs } from './kinds/merge-paragraphs.ts'
import { applyMergeSpeakers } from './kinds/merge-speakers.ts'
import { applyRemoveMark } from './kinds/remove-mark.ts'
import { applyRedactSpeaker } from './kinds/redact-speaker.ts'
import { applyRenameSpeaker } from './kinds/rename-speaker.ts'
import { applyRetimeWord } from './kinds/retime-word.ts'
import { applySetCaptionRules } from './kinds/set-caption-rules.ts'
import { applyRetimeTranscript } from './kinds/retime-transcript.ts'
import { applySetCaptionTiming } from './kinds/set-caption-timing.ts'
import { applySetFillers } from './kinds/set-fillers.ts'
import { applySetNumbers } from './kinds/set-numbers.ts'
import { applySetMark } from './kinds/set-mark.ts'
import { applySplitParagraph } from './kinds/split-paragraph.ts'

/**
 * The transcript after an edit, its marks still as before. The texts of paragraphs are replaced by `WorkingCopy`.
 * @throws EditRefused
 */
export function applyKind(
  transcript: Transcript,
  edit: Exclude<Edit, ReplaceTextEdit>,
  limits: EditLimits,
): Transcript {
  switch (edit.kind) {
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
    case 'set-caption-timing':
      return applySetCaptionTiming(transcript, edit)
    case 'retime-transcript':
      return applyRetimeTranscript(transcript, edit, limits)
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
