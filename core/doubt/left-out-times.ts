import { redactedSilences } from '../redaction/redacted-document.ts'
import { marksByParagraph } from '../transcript/marks/marks-by-paragraph.ts'
import { hullOf, type TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'

/**
 * Times of sound that is redacted or cut, in order: what another model recognizes there is neither compared nor shown.
 */
export function leftOutTimes(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>,
): readonly TimeSpan[] {
  const { paragraphs, marks } = transcript
  const spans = [...redactedSilences(transcript)]
  for (const mark of marks) if (mark.kind === 'cut-sound') spans.push(mark.value)
  const cuts = marks.filter((mark) => mark.kind === 'cut')
  for (const [{ words }, own] of marksByParagraph(cuts, paragraphs)) {
    for (const { fromWordId, toWordId } of own) {
      // A cut may begin or end in another paragraph.
      const from = words.findIndex(({ id }) => id === fromWordId)
      const to = words.findIndex(({ id }) => id === toWordId)
      spans.push(hullOf(words.slice(Math.max(0, from), to < 0 ? words.length : to + 1)))
    }
  }
  return uniteSpans(spans)
}
