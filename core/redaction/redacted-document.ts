import { isPlaceholder } from '../outgoing/placeholder.ts'
import { redactedText } from '../outgoing/redacted-text.ts'
import { silencesOf } from '../transcript/marks/mark-behavior.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { areSpread } from '../formats/reading/spread-times.ts'
import { hullOf, type TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { Mark, Paragraph, Run, Speaker, Transcript, Word } from '../transcript/transcript.ts'
import { remarkHider, type Spoken, withHiddenRemarks } from './hidden-remarks.ts'
import { redactedWords, redactionsBy } from '../transcript/redacted-words.ts'

/** Word times may be slightly off: this much more is silenced before and after, in ms. */
const MARGIN_MS = 120

/**
 * The document in a form that may leave the library: a placeholder for each run of redacted words, and
 * nothing that reveals them: no former words, no glossary, no marks with text on them, no moments at their time, no extra
 * members of an imported file, no name of a speaker all of whose words are redacted. `silences` are the times
 * at which accompanying sound must be silent, also where a text that is read again has placeholders. The same document if nothing is redacted, or all is already.
 * @param whole the transcript that a trimmed document is a part of
 */
export function redactedDocument(
  document: DocumentWithExtras,
  whole: Spoken['whole'] = document.transcript,
): DocumentWithExtras {
  if (document.silences !== undefined) return document
  const { transcript, recording } = document
  const redacted = redactedWords(transcript)
  const silences = uniteSpans([
    ...redactedSilences(transcript, redacted),
    ...withMargin(placeholderSpans(transcript.paragraphs)),
  ])
  const isRedacted = redacted.size > 0 || silences.length > 0 || redactionsBy(whole) !== null
  if (!isRedacted) return document
  const { language } = transcript
  const { unplaced, paragraphs, speakers, ...text } = redactedText(transcript, language, redacted)
  const isAudible = (ms: number): boolean =>
    silences.every(({ startMs, endMs }) => ms < startMs || ms > endMs)
  const moments = recording.moments?.filter(({ atMs }) => isAudible(atMs))
  const left = { ...recording, ...(moments === undefined ? {} : { moments }) }
  const remarks = withHiddenRemarks(
    { marks: text.marks, recording: left },
    { paragraphs: transcript.paragraphs, redacted, whole, voices: hiddenVoices(whole, speakers) },
    language,
  )
  const redactedMoments: Record<string, number> = {}
  for (const { kind, atMs } of recording.moments ?? []) {
    if (!isAudible(atMs)) redactedMoments[kind] = (redactedMoments[kind] ?? 0) + 1
  }
  const { extra: _extra, captionsFrom: _source, ...others } = document
  return {
    ...others,
    recording: remarks.recording,
    transcript: {
      ...transcript,
      run: withoutTerms(transcript.run),
      speakers,
      // Former words may be redacted ones.
      paragraphs: paragraphs.map(withoutFormerWords),
      marks: remarks.marks,
    },
    silences,
    ...(unplaced.length === 0 ? {} : { unplacedRedactions: unplaced.map(languageOf) }),
    ...(Object.keys(redactedMoments).length === 0 ? {} : { redactedMoments }),
  }
}

/**
 * Replaces redacted words in what a feed or a file says of a recording; null if there are none to replace.
 * @param document with its redacted words, of `whole` what is kept
 */
export function hiderFor(
  { transcript }: Pick<DocumentWithExtras, 'transcript'>,
  whole: Spoken['whole'],
): ((text: string) => string) | null {
  const { language, paragraphs } = transcript
  const redacted = redactedWords(transcript)
  const { speakers } = redactedText(transcript, language, redacted)
  return remarkHider({ paragraphs, redacted, whole, voices: hiddenVoices(whole, speakers) }, language)
}

/** Of a translation; '' for an own wording. */
const languageOf = (mark: Mark): string => (mark.kind === 'translation' ? mark.value.language : '')

/** Names that speakers had and do not have any more. */
function hiddenVoices({ speakers }: Spoken['whole'], left: readonly Speaker[]): string[] {
  const named = new Set(left.flatMap(({ id, name }) => (name === null ? [] : [id])))
  return speakers.flatMap(({ id, name, redacted }) =>
    name !== null && (redacted === true || !named.has(id)) ? [name] : [],
  )
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
  return uniteSpans(withMargin(spans))
}

const withMargin = (spans: readonly TimeSpan[]): TimeSpan[] =>
  spans.map(({ startMs, endMs }) => ({
    startMs: Math.max(0, startMs - MARGIN_MS),
    endMs: endMs + MARGIN_MS,
  }))

/**
 * Times of placeholders in a text that was exported before and read again: its recording still has the words. In
 * captions, which do not say where they are, the whole caption.
 */
function placeholderSpans(paragraphs: readonly Paragraph[]): TimeSpan[] {
  return paragraphs.flatMap(({ words }) => {
    const own = words.filter(({ text }) => isPlaceholder(text))
    return own.length > 0 && areSpread(words) ? [hullOf(words)] : own
  })
}
