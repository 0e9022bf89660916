import { isChanged } from '../edits/changed-places.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { tracksOfWords } from '../tracks/track-ids.ts'
import { acceptedPlaces, type AcceptedPlaces } from './accepted-places.ts'
import { alignedRuns } from './aligned-runs.ts'
import type { Difference, DifferingPart, PlacedWord } from './difference.ts'
import { isIn, type Opinion } from './opinion.ts'
import { kindOfDifference } from './kind-of-difference.ts'
import { dressWords, isBare } from './dress-words.ts'
import { splitAtParagraphs } from './split-at-paragraphs.ts'

export interface FindOptions {
  /** Include differences in only capitals and punctuation. */
  readonly writing?: boolean
  /** Times of words that a person removed: text that a second text has there is not missing by mistake. */
  readonly removed?: readonly TimeSpan[]
}

/**
 * Where a second text differs from the transcript, in reading order. Taking all of them over (with `writing`) makes
 * the transcript's text in these places exactly the second one; words that both have keep their ids and times.
 */
export function findDifferences(
  transcript: Transcript,
  opinion: Opinion,
  { writing = false, removed = [] }: FindOptions = {},
): Difference[] {
  const all = placedWords(transcript)
  const tracks = opinion.texts.some(({ track }) => track !== null)
    ? tracksOfWords(all.map(({ word }) => word))
    : null
  const accepted = acceptedPlaces(transcript)
  const found = opinion.texts.flatMap(({ track, spans, words }) => {
    const own = track === null ? all : all.filter((_, index) => tracks?.[index] === track)
    const bare = isBare(words)
    return spans.flatMap((span) => {
      const news = words.filter((word) => isIn(word, span))
      const runs = alignedRuns(own, news, span, writing && !bare)
      return runs
        .flatMap(splitAtParagraphs)
        .map((part) => (bare ? { ...part, words: dressWords(part) } : part))
        .filter((part) => isDifferent(part, writing))
        .map((part) => differenceOf(part, accepted, removed))
    })
  })
  return found
    .filter((each) => opinion.wanted.some((span) => touches(each, span)))
    .sort((a, b) => orderAmongWords(a, accepted) - orderAmongWords(b, accepted))
    .filter((each, index, sorted) => each.key !== sorted[index - 1]?.key)
}

/** Equal words that are far apart in time are not paired. */
function isDifferent(part: DifferingPart, writing: boolean): boolean {
  if (kindOfDifference(part) !== 'writing') return true
  const now = part.paragraph.words.slice(part.from, part.to)
  return (
    writing &&
    (now.length !== part.words.length ||
      now.some(({ text }, index) => text.trim() !== part.words[index]?.text))
  )
}

function placedWords({ paragraphs }: Transcript): PlacedWord[] {
  return paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap((paragraph) => paragraph.words.map((word, index) => ({ word, paragraph, index })))
}

function differenceOf(
  part: DifferingPart,
  accepted: AcceptedPlaces,
  removed: readonly TimeSpan[],
): Difference {
  const { paragraph, from, to, words } = part
  const now = paragraph.words.slice(from, to)
  const before = paragraph.words[from - 1]
  const after = paragraph.words[to]
  const { markFromId, markToId } = markEnds(part, accepted)
  const wasRemoved =
    now.length === 0 && words.some((word) => removed.some((span) => isIn(span, word) || isIn(word, span)))
  const timed = [...now, ...words]
  return {
    key: [before?.id, ...now.map(({ id }) => id), after?.id, ...words.map(({ text }) => text)].join(' '),
    kind: kindOfDifference(part),
    paragraphId: paragraph.id,
    now,
    words,
    wordBeforeId: before?.id ?? null,
    wordAfterId: after?.id ?? null,
    markFromId,
    markToId,
    startMs: Math.min(...timed.map(({ startMs }) => startMs)),
    endMs: Math.max(...timed.map(({ endMs }) => endMs)),
    isByPerson: wasRemoved || now.some((word) => isChanged(word) || accepted.holds(word.id)),
    isKept: accepted.isExactly(markFromId, markToId),
  }
}

function markEnds(
  { paragraph: { words }, from, to }: DifferingPart,
  accepted: AcceptedPlaces,
): { readonly markFromId: string; readonly markToId: string } {
  if (to > from) return { markFromId: words[from]?.id ?? '', markToId: words[to - 1]?.id ?? '' }
  const [before, after] = [words[from - 1]?.id, words[from]?.id]
  const left = before ?? accepted.wordAt(accepted.indexOf(after ?? '') - 1)
  const right = after ?? accepted.wordAt(accepted.indexOf(before ?? '') + 1)
  return { markFromId: left ?? right ?? '', markToId: right ?? left ?? '' }
}

function touches({ now, words }: Difference, span: TimeSpan): boolean {
  return (now.length > 0 ? now : words).some((word) => isIn(word, span))
}

function orderAmongWords({ now, wordBeforeId, wordAfterId }: Difference, accepted: AcceptedPlaces): number {
  if (now[0] !== undefined) return accepted.indexOf(now[0].id)
  if (wordBeforeId !== null) return accepted.indexOf(wordBeforeId) + 0.5
  return wordAfterId === null ? 0 : accepted.indexOf(wordAfterId) - 0.5
}
