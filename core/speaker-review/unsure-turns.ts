import type { TimeSpan } from '../transcript/time-span.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { checkedSpeakers } from './checked-speakers.ts'
import type { HeardPiece, HeardVoices } from './heard-voices.ts'
import { estimateWrongSpeaker } from './wrong-speaker.ts'

/** Words of one paragraph that the segmentation assigns to one voice and whose speaker is uncertain. */
export interface UnsureTurn extends TimeSpan {
  readonly paragraphId: string
  readonly fromWordId: string
  readonly toWordId: string
  readonly speakerId: string
  /** The speaker with the next most similar voice. */
  readonly otherSpeakerId: string
  /** How much more similar the voice of `speakerId` is, as a cosine; below 0 the other one is more similar. */
  readonly margin: number
  /** Duration of the compared speech. */
  readonly seconds: number
  /** How likely it is another speaker, 0 to 1. */
  readonly estimate: number
}

/** A turn is uncertain from this estimate on. */
const UNSURE = 0.1

/**
 * Turns whose voice is about as similar to another speaker's, in reading order. Excluded are those that a
 * person assigned or checked (`speaker-checked`), and those whose speaker has changed since the voices were
 * compared.
 * @param decided ids of paragraphs whose speaker a person set
 */
export function unsureTurns(
  transcript: Transcript,
  heard: HeardVoices,
  decided: ReadonlySet<string> = new Set(),
): UnsureTurn[] {
  const known = new Set(transcript.speakers.map(({ id }) => id))
  const checked = checkedSpeakers(transcript)
  return transcript.paragraphs.flatMap((paragraph): UnsureTurn[] => {
    const speaker = heard.speakerIds.indexOf(paragraph.speakerId ?? '')
    if (paragraph.kind !== 'speech' || speaker < 0 || decided.has(paragraph.id)) return []
    return unitsOf(paragraph, heard, speaker).flatMap(({ words, pieces }) => {
      const [from, to] = [words[0], words.at(-1)]
      if (from === undefined || to === undefined || words.every(({ id }) => checked.has(id))) return []
      const compared = compare(pieces, heard, speaker, known)
      if (compared === null) return []
      const estimate = estimateWrongSpeaker(compared.margin)
      if (estimate < UNSURE) return []
      return [
        {
          paragraphId: paragraph.id,
          fromWordId: from.id,
          toWordId: to.id,
          startMs: from.startMs,
          endMs: to.endMs,
          speakerId: paragraph.speakerId ?? '',
          ...compared,
          estimate,
        },
      ]
    })
  })
}

interface Unit {
  readonly words: readonly Word[]
  readonly pieces: readonly HeardPiece[]
}

/** The parts of a paragraph that the segmentation assigns to one voice. */
function unitsOf({ words }: Paragraph, { pieces }: HeardVoices, speaker: number): Unit[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return []
  const runs: HeardPiece[][] = []
  for (let index = firstAfter(pieces, first.startMs); index < pieces.length; index++) {
    const piece = pieces[index] as HeardPiece
    if (middle(piece) > last.endMs) break
    if (piece.speaker !== speaker) continue
    const run = runs.at(-1)
    if (run !== undefined && run[0]?.localSpeaker === piece.localSpeaker) run.push(piece)
    else runs.push([piece])
  }
  const ends = runs.slice(1).map((run) => run[0]?.startMs ?? 0)
  return runs.map((own, index) => {
    const [from, until] = [index === 0 ? -Infinity : (ends[index - 1] ?? 0), ends[index] ?? Infinity]
    return { pieces: own, words: words.filter((word) => middle(word) >= from && middle(word) < until) }
  })
}

/** Index of the first piece whose middle is at or after a time. */
function firstAfter(pieces: readonly HeardPiece[], ms: number): number {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const at = (low + high) >> 1
    if (middle(pieces[at] as HeardPiece) < ms) low = at + 1
    else high = at
  }
  return low
}

const middle = ({ startMs, endMs }: TimeSpan): number => (startMs + endMs) / 2

/** Null if there is no other speaker, or no other speech of the speaker to compare with. */
function compare(
  pieces: readonly HeardPiece[],
  { speakerIds }: HeardVoices,
  speaker: number,
  known: ReadonlySet<string>,
): Pick<UnsureTurn, 'otherSpeakerId' | 'margin' | 'seconds'> | null {
  const means = speakerIds.map((_, index) => meanSimilarity(pieces, index))
  const own = means[speaker]
  let other: { readonly id: string; readonly similarity: number } | null = null
  for (const [index, id] of speakerIds.entries()) {
    const similarity = means[index]
    if (index === speaker || similarity == null || !known.has(id)) continue
    if (other === null || similarity > other.similarity) other = { id, similarity }
  }
  if (own == null || other === null) return null
  return {
    otherSpeakerId: other.id,
    margin: Math.round((own - other.similarity) * 1000) / 1000,
    seconds: pieces.reduce((sum, piece) => sum + secondsOf(piece), 0),
  }
}

function meanSimilarity(pieces: readonly HeardPiece[], speaker: number): number | null {
  let [sum, seconds] = [0, 0]
  for (const piece of pieces) {
    const similarity = piece.similarities[speaker]
    if (similarity == null) continue
    sum += similarity * secondsOf(piece)
    seconds += secondsOf(piece)
  }
  return seconds === 0 ? null : sum / seconds
}

const secondsOf = ({ startMs, endMs }: TimeSpan): number => (endMs - startMs) / 1000
