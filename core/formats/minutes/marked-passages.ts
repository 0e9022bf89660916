import { knownMoments } from '../../moments/read-moment.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import type { Paragraph, Word } from '../../transcript/transcript.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { blockText } from '../reading/text-blocks.ts'
import type { Passage } from './minutes-blocks.ts'
import { endsWithStop } from '../../align/ends-with-stop.ts'
import { oneLine } from '../reading/one-line.ts'

/** A moment this long after speech still refers to it, as keys are pressed late. */
const LATE_MS = 5_000

/** The sentences at bookmarks, and bookmarked words, in order of time. */
export function markedPassages(
  { recording, transcript }: DocumentWithExtras,
  { speakerLabel, speakerNames: showsNames = true, times = true }: WriteOptions,
): Passage[] {
  const names = speakerNames(transcript.speakers, speakerLabel)
  const nameOf = (paragraph: Paragraph | undefined): string | null =>
    !showsNames || paragraph === undefined || paragraph.speakerId === null
      ? null
      : (names.get(paragraph.speakerId) ?? null)
  const passage = (
    momentId: string | null,
    atMs: number,
    label: string,
    paragraph: Paragraph | undefined,
    words: readonly Word[],
  ) => ({
    orderMs: atMs,
    passage: {
      momentId,
      atMs: times ? atMs : null,
      name: nameOf(paragraph),
      label: oneLine(label),
      text: blockText(words),
    },
  })
  const ofMoments = knownMoments(recording.moments ?? []).flatMap((moment) => {
    if (moment.kind !== 'bookmark') return []
    const said = wordsAt(transcript.paragraphs, moment.atMs)
    return [passage(moment.id, moment.atMs, moment.value, said?.paragraph, said?.words ?? [])]
  })
  const ofMarks = transcript.marks.flatMap((mark) => {
    if (mark.kind !== 'bookmark') return []
    const words = wordsBetween(transcript.paragraphs, mark.fromWordId, mark.toWordId)
    const [first] = words
    if (first === undefined) return []
    const paragraph = transcript.paragraphs.find((each) => each.words.includes(first))
    return [passage(null, first.startMs, mark.value ?? '', paragraph, words)]
  })
  return [...ofMoments, ...ofMarks]
    .toSorted((a, b) => a.orderMs - b.orderMs)
    .map(({ passage: shown }) => shown)
}

/** The sentence spoken at a time, or shortly before it. */
function wordsAt(
  paragraphs: readonly Paragraph[],
  atMs: number,
): { readonly paragraph: Paragraph; readonly words: readonly Word[] } | null {
  let found: { paragraph: Paragraph; index: number; startMs: number } | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'speech') continue
    const index = paragraph.words.findLastIndex(({ startMs }) => startMs <= atMs)
    const word = paragraph.words[index]
    if (word === undefined || atMs - word.endMs > LATE_MS) continue
    if (found === null || word.startMs >= found.startMs) found = { paragraph, index, startMs: word.startMs }
  }
  if (found === null) return null
  const { paragraph, index } = found
  const before = paragraph.words.findLastIndex((word, place) => place < index && endsWithStop(word.text))
  const end = paragraph.words.findIndex((word, place) => place >= index && endsWithStop(word.text))
  return { paragraph, words: paragraph.words.slice(before + 1, end === -1 ? undefined : end + 1) }
}

function wordsBetween(paragraphs: readonly Paragraph[], from: string, to: string): Word[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const start = words.findIndex(({ id }) => id === from)
  return start === -1 ? [] : words.slice(start, words.findIndex(({ id }) => id === to) + 1)
}
