import { redactedText } from '../outgoing/redacted-text.ts'
import { silencesOf } from '../transcript/marks/mark-behavior.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { hullOf, type TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { Paragraph, Run, Transcript, Word } from '../transcript/transcript.ts'
import { withHiddenRemarks } from './hidden-remarks.ts'
import { redactedWords } from '../transcript/redacted-words.ts'

/** Word times may be slightly off: this much more is silenced before and after, in ms. */
const MARGIN_MS = 120

/**
 * The document in a form that may leave the library: a placeholder for each run of redacted words, and
 * nothing that reveals them: no former words, no glossary, no marks with text on them, no moments at their time, no extra
 * members of an imported file, no name of a speaker all of whose words are redacted. `silences` are the times
 * at which accompanying sound must be silent. The same document if nothing is redacted.
 */
export function redactedDocument(document: DocumentWithExtras): DocumentWithExtras {
  const { transcript, recording } = document
  const redacted = redactedWords(transcript)
  const silences = redactedSilences(transcript, redacted)
  if (redacted.size === 0 && silences.length === 0) return document
  const { language } = transcript
  const { unplaced, paragraphs, speakers, ...text } = redactedText(transcript, language, redacted)
  const isAudible = (ms: number): boolean =>
    silences.every(({ startMs, endMs }) => ms < startMs || ms > endMs)
  const audible = recording.moments?.filter(({ atMs }) => isAudible(atMs))
  const remarks = { marks: text.marks, moments: audible }
  const { marks, moments } = withHiddenRemarks(remarks, transcript.paragraphs, redacted, language)
  const redactedMoments: Record<string, number> = {}
  for (const { kind, atMs } of recording.moments ?? []) {
    if (!isAudible(atMs)) redactedMoments[kind] = (redactedMoments[kind] ?? 0) + 1
  }
  const { extra: _extra, ...others } = document
  return {
    ...others,
    recording: { ...recording, ...(moments === undefined ? {} : { moments }) },
    transcript: {
      ...transcript,
      run: withoutTerms(transcript.run),
      speakers,
      // Former words may be redacted ones.
      paragraphs: paragraphs.map(withoutFormerWords),
      marks,
    },
    silences,
    ...(unplaced === 0 ? {} : { unplacedRedactions: unplaced }),
    ...(Object.keys(redactedMoments).length === 0 ? {} : { redactedMoments }),
  }
}

/** The glossary that the recognizer was given has names, which may be the redacted ones. */
function withoutTerms(run: Run): Run {
  const { hotwords: _terms, ...settings } = run.settings
  return { ...run, settings }
}

function withoutFormerWords(paragraph: Paragraph): Paragraph {
  const words = paragraph.words.map((word): Word => {
    const { was: _was, ...left } = word
    return left
  })
  return { ...paragraph, words }
}

/**
 * Times at which sound must be silent: each redacted word and everything between the words of one redaction,
 * and time from which redacted words were removed or shortened.
 */
export function redactedSilences(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>,
  redacted: ReadonlyMap<string, string | null> = redactedWords(transcript),
): TimeSpan[] {
  const { paragraphs, marks } = transcript
  const spans: TimeSpan[] = silencesOf(marks)
  if (redacted.size > 0) {
    const words = paragraphs.flatMap((paragraph) => paragraph.words)
    const places = new Map(words.map(({ id }, place) => [id, place]))
    spans.push(...words.filter(({ id }) => redacted.has(id)))
    for (const mark of marks) {
      if (mark.kind !== 'redaction') continue
      const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
      if (from !== undefined && to !== undefined && to > from) spans.push(hullOf(words.slice(from, to + 1)))
    }
  }
  return uniteSpans(
    spans.map(({ startMs, endMs }) => ({
      startMs: Math.max(0, startMs - MARGIN_MS),
      endMs: endMs + MARGIN_MS,
    })),
  )
}
