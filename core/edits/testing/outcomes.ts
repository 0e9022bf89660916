import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { EditRefused } from '../refused.ts'

/** Id, speaker and text of each paragraph. */
export function lines(transcript: Transcript): string[] {
  return transcript.paragraphs.map((each) => `${each.id} ${each.speakerId}: ${paragraphText(each)}`)
}

/** Speaker, start and end of each turn. */
export function turns(transcript: Transcript): string[] {
  return transcript.turns.map((turn) => `${turn.speakerId} ${turn.startMs}-${turn.endMs}`)
}

/** Why an edit is refused and by what, or `none`. */
export function refusal(edit: Edit, transcript: Transcript): string {
  try {
    applyEdit(transcript, edit)
  } catch (error) {
    if (error instanceof EditRefused) return `${error.reason} ${error.subject}`
    throw error
  }
  return 'none'
}
