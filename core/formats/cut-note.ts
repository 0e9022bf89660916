import { programLanguage, say } from '../messages/messages.ts'
import { readableTime } from '../notation/clock.ts'
import type { DocumentWithExtras } from './format.ts'

/** That a document is of the cut alone, as a note in its file; none for the whole recording. */
export function cutNote({ cutOfMs, recording, transcript }: DocumentWithExtras): string[] {
  if (cutOfMs === undefined) return []
  const times = { length: readableTime(recording.durationMs), time: readableTime(cutOfMs) }
  return [say(programLanguage(transcript.language), 'export.cut', times)]
}
