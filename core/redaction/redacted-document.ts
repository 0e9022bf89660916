import { behaviorOf, silencesOf } from '../transcript/marks/mark-behavior.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { programLanguage, say } from '../messages/messages.ts'
import { hullOf, type TimeSpan } from '../transcript/time-span.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'
import type { Mark, Paragraph, Speaker, Transcript, Word } from '../transcript/transcript.ts'
import { redactedWords } from '../transcript/redacted-words.ts'

/** Word times may be slightly off: this much more is silenced before and after, in ms. */
const MARGIN_MS = 120

/**
 * The document in a form that may leave the library: a placeholder for each run of redacted words, and
 * nothing that reveals them: no former words, no marks with text on them, no moments at their time, no extra
 * members of an imported file, no name of a speaker all of whose words are redacted. `silences` are the times
 * at which accompanying sound must be silent. The same document if nothing is redacted.
 */
export function redactedDocument(document: DocumentWithExtras): DocumentWithExtras {
  const { transcript, recording } = document
  const redacted = redactedWords(transcript)
  const silences = redactedSilences(transcript, redacted)
  if (redacted.size === 0 && silences.length === 0) return document
  const placeholder = say(programLanguage(transcript.language), 'redaction.placeholder')
  const runs: Run[] = []
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => ({
    ...paragraph,
    words: withPlaceholders(paragraph.words, redacted, placeholder, runs),
  }))
  const isAudible = (ms: number): boolean =>
    silences.every(({ startMs, endMs }) => ms < startMs || ms > endMs)
  const moments = recording.moments?.filter(({ atMs }) => isAudible(atMs))
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
      speakers: transcript.speakers.map((speaker) => withoutName(speaker, transcript, redacted)),
      paragraphs,
      marks: marksAround(transcript, redacted, runs),
    },
    silences,
    ...(Object.keys(redactedMoments).length === 0 ? {} : { redactedMoments }),
  }
}

interface Run {
  readonly first: Word
  readonly last: Word
}

/** Adjacent words become one placeholder, which hides their number too; a full stop or comma stays. */
function withPlaceholders(
  words: readonly Word[],
  redacted: ReadonlyMap<string, string | null>,
  placeholder: string,
  runs: Run[],
): Word[] {
  const left: Word[] = []
  for (let index = 0; index < words.length;) {
    const first = words[index]
    if (first === undefined) break
    const text = redacted.get(first.id)
    if (text === undefined) {
      const { was: _was, ...word } = first
      left.push(word)
      index += 1
      continue
    }
    let end = index + 1
    while (end < words.length && redacted.get(words[end]?.id ?? '') === text) end += 1
    const last = words[end - 1] ?? first
    const ending = /[.,;:!?…]+$/u.exec(last.text.trimEnd())?.[0] ?? ''
    left.push({
      id: first.id,
      before: first.before,
      text: (text ?? placeholder) + ending,
      startMs: first.startMs,
      endMs: Math.max(first.endMs, last.endMs),
      confidence: null,
      origin: 'written',
    })
    runs.push({ first, last })
    index = end
  }
  return left
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

/** What remains of each mark: ends on redacted words move to their placeholder. */
function marksAround(
  { marks, paragraphs }: Pick<Transcript, 'marks' | 'paragraphs'>,
  redacted: ReadonlyMap<string, string | null>,
  runs: readonly Run[],
): Mark[] {
  const touches = touching(paragraphs, marks, redacted)
  const firsts = new Map(runs.map((run) => [run.first.id, run]))
  const lasts = new Map(runs.map((run) => [run.last.id, run]))
  return marks.flatMap((mark): Mark[] => {
    const onRedacted = behaviorOf(mark)?.onRedacted ?? 'left-out'
    if (onRedacted === 'never-leaves') return []
    if (!touches(mark)) return [mark]
    if (onRedacted === 'left-out' || mark.fromWordId !== mark.toWordId) return []
    // A start belongs to the first replaced word, an end to the last; words in between have no place.
    const run = (onRedacted === 'last' ? lasts : firsts).get(mark.fromWordId)
    return run === undefined ? [] : [{ ...mark, fromWordId: run.first.id, toWordId: run.first.id }]
  })
}

/**
 * Whether a mark has a redacted word, or a text and a word next to which redacted ones were removed: it may
 * be about them. Also true if its words no longer exist, as its subject is unknown.
 */
function touching(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[],
  redacted: ReadonlyMap<string, string | null>,
): (mark: Mark) => boolean {
  const beside = new Set(
    marks.flatMap((mark) => (mark.kind === 'redacted-sound' ? [mark.fromWordId, mark.toWordId] : [])),
  )
  const places = new Map<string, number>()
  /**
   * How many redacted words precede each place, and how many words that are redacted or next to removed ones.
   */
  const before = [0]
  const near = [0]
  for (const { words } of paragraphs) {
    for (const { id } of words) {
      places.set(id, places.size)
      const isRedacted = redacted.has(id)
      before.push((before.at(-1) ?? 0) + (isRedacted ? 1 : 0))
      near.push((near.at(-1) ?? 0) + (isRedacted || beside.has(id) ? 1 : 0))
    }
  }
  return (mark) => {
    const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
    if (from === undefined || to === undefined) return true
    const holdsText = mark.kind === 'unknown' || behaviorOf(mark)?.holdsText === true
    const counts = holdsText ? near : before
    return (counts[to + 1] ?? 0) > (counts[from] ?? 0)
  }
}

/** A redacted voice has no name, nor does one all of whose words are redacted. */
function withoutName(
  speaker: Speaker,
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  redacted: ReadonlyMap<string, string | null>,
): Speaker {
  const words = paragraphs.filter(({ speakerId }) => speakerId === speaker.id).flatMap((each) => each.words)
  const isHidden =
    speaker.redacted === true || (words.length > 0 && words.every(({ id }) => redacted.has(id)))
  return isHidden ? { ...speaker, name: null } : speaker
}
