import type { TranscriptState } from '#contracts/calls/transcripts'
import { sameRecord } from '#core/edits/same'
import { withCaptionRules } from '#core/transcript/caption-settings'
import { withCaptionTiming } from '#core/transcript/caption-timing'
import { withFillers } from '#core/transcript/filler-choice'
import { withNumbers } from '#core/transcript/number-choice'
import type { Paragraph, Run, Transcript } from '#core/transcript/transcript'
import { unpackWords, type WordColumns } from '#core/words/columns'

type PackedParagraph = TranscriptState['paragraphs'][number]

/** Turns a transferred paragraph into one whose words are objects. */
export function unpackParagraph(packed: PackedParagraph): Paragraph {
  return { ...packed, words: unpackWords(JSON.parse(packed.words) as WordColumns) }
}

export function unpackTranscript(state: TranscriptState): Transcript {
  const { id, recordingId, language, run, speakers, turns, marks, paragraphs } = state
  const transcript = {
    id,
    recordingId,
    language,
    run: JSON.parse(run) as Run,
    speakers,
    turns,
    marks,
    paragraphs: paragraphs.map(unpackParagraph),
    ...(state.frames === undefined ? {} : { frames: state.frames }),
  }
  const timed = withCaptionTiming<Transcript>(transcript, state.captionTiming ?? null)
  const ruled = withCaptionRules(timed, state.captionRules ?? null)
  return withNumbers(withFillers(ruled, state.fillers ?? null), state.numbers ?? null)
}

/** Whether two paragraphs are equal, word by word. */
export function sameParagraph(a: Paragraph, b: Paragraph): boolean {
  if (a === b) return true
  const { words: wordsOfA, ...headOfA } = a
  const { words: wordsOfB, ...headOfB } = b
  return sameRecord(headOfA, headOfB) && sameList(wordsOfA, wordsOfB)
}

/** Returns `known` if both are equal, else `next`, so that unchanged items keep their identity. */
export function keepSame<Item extends object>(
  known: readonly Item[],
  next: readonly Item[],
): readonly Item[] {
  return sameList(known, next) ? known : next
}

function sameList<Item extends object>(a: readonly Item[], b: readonly Item[]): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index]
      return other !== undefined && sameRecord(item, other)
    })
  )
}
