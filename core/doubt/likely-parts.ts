import { hasLength, type TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import { findDoubts } from './doubts.ts'
import { isAboutSpeaker } from './places-to-check.ts'
import type { DoubtEvidence } from './evidence.ts'

/** The parts of the recording whose words are likely wrong and that nobody has checked, in order. */
export function likelyParts(transcript: Transcript, evidence: DoubtEvidence): TimeSpan[] {
  const words = new Map(
    transcript.paragraphs.flatMap((paragraph) => paragraph.words.map((word) => [word.id, word])),
  )
  return uniteSpans(
    findDoubts(transcript, evidence).likely.flatMap((doubt) => {
      const { fromWordId, toWordId } = doubt
      // A doubt about the speaker does not concern the words.
      if (isAboutSpeaker(doubt)) return []
      const [from, to] = [words.get(fromWordId), words.get(toWordId)]
      if (from === undefined || to === undefined) return []
      return [{ startMs: from.startMs, endMs: to.endMs }].filter(hasLength)
    }),
  )
}
