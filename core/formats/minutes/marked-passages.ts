import { knownMoments } from '../../moments/read-moment.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import type { Paragraph, Word } from '../../transcript/transcript.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { blockText } from '../reading/text-blocks.ts'
import type { Passage } from './minutes-blocks.ts'
import { oneLine } from '../reading/one-line.ts'
import { proofOfPassage } from './proof.ts'
import { wordsAt } from './words-at.ts'

/** The sentences at bookmarks, and bookmarked words, in order of time. */
export function markedPassages(document: DocumentWithExtras, options: WriteOptions): Passage[] {
  const { recording, transcript } = document
  const { speakerLabel, speakerNames: showsNames = true, times = true } = options
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
      proof: proofOfPassage(document, atMs, { paragraph, words }, options),
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

function wordsBetween(paragraphs: readonly Paragraph[], from: string, to: string): Word[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const start = words.findIndex(({ id }) => id === from)
  return start === -1 ? [] : words.slice(start, words.findIndex(({ id }) => id === to) + 1)
}
