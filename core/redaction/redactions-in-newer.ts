import { isRedactionMark, silencesOf } from '../transcript/marks/mark-behavior.ts'
import { carryMarks } from '../captions/edits/carry-marks.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import type { Edit } from '../edits/edit.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import { type Transcript, transcriptWords, type Word } from '../transcript/transcript.ts'

/** A speaker must say half of a voice's words to count as the same voice. */
const SAME_VOICE = 0.5
/** A pause between two redacted words this short contains no other speech. */
const PAUSE_MS = 100

/**
 * Edits that redact in a newer transcript of a recording what is redacted in an older one: the same words or
 * those at their time, the voice that says most of a redacted voice's words, and sound without any word at
 * its time.
 */
export function redactionsInNewer(from: Transcript, to: Transcript, newId: () => string): Edit[] {
  const redacted = redactedWords(from)
  const own = from.marks.filter(isRedactionMark)
  if (redacted.size === 0 && own.length === 0) return []
  const spans: readonly TimeSpan[] = [
    ...transcriptWords(from).filter(({ id }) => redacted.has(id)),
    ...silencesOf(own),
  ]
  const wanted = new Set(own.flatMap(({ id, kind }) => (kind === 'redaction' ? [id] : [])))
  const edits: Edit[] = [...voicesOf(from, to, newId), ...carryMarks(from, to, newId, wanted).edits]
  const words = transcriptWords(to)
  const add = (kind: 'redaction' | 'redacted-sound', first: Word, last: Word, span: TimeSpan): void => {
    const place = { id: newId(), fromWordId: first.id, toWordId: last.id }
    const { startMs, endMs } = span
    const mark =
      kind === 'redaction' ? { ...place, kind, value: null } : { ...place, kind, value: { startMs, endMs } }
    edits.push(setMarkEdit(to, { id: newId(), mark }))
  }
  const known = redactedWords(applyEdits(to, edits).transcript)
  const isThen = within(spans)
  for (const word of words) {
    if (isThen((word.startMs + word.endMs) / 2) && !known.has(word.id)) add('redaction', word, word, word)
  }
  const after = redactedWords(applyEdits(to, edits).transcript)
  const isSilentAt = within(words.filter(({ id }) => after.has(id)))
  for (const span of spans) {
    const isSilent = isSilentAt(span.startMs) && isSilentAt(span.endMs)
    const near = words.findLast(({ startMs }) => startMs <= span.startMs) ?? words[0]
    if (!isSilent && near !== undefined) add('redacted-sound', near, near, span)
  }
  return edits
}

/** Whether a time in ms is in one of the spans; pauses between words count with them. */
function within(spans: readonly TimeSpan[]): (ms: number) => boolean {
  const united = uniteSpans(spans, PAUSE_MS)
  return (ms) => {
    let [low, high] = [0, united.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((united[middle]?.endMs ?? 0) < ms) low = middle + 1
      else high = middle
    }
    const span = united[low]
    return span !== undefined && span.startMs <= ms
  }
}

/** The speakers of the newer transcript that say most of a redacted voice's words. */
function voicesOf(from: Transcript, to: Transcript, newId: () => string): Edit[] {
  return from.speakers.flatMap((speaker): Edit[] => {
    if (speaker.redacted !== true) return []
    const isSaid = within(wordsOf(from, speaker.id))
    const found = to.speakers.find(({ id }) => {
      const theirs = wordsOf(to, id)
      const shared = theirs.filter(({ startMs, endMs }) => isSaid((startMs + endMs) / 2))
      return theirs.length > 0 && shared.length > theirs.length * SAME_VOICE
    })
    return found === undefined
      ? []
      : [{ kind: 'redact-speaker', id: newId(), speakerId: found.id, redacted: true }]
  })
}

const wordsOf = ({ paragraphs }: Transcript, speakerId: string): Word[] =>
  paragraphs.flatMap((paragraph) => (paragraph.speakerId === speakerId ? paragraph.words : []))
