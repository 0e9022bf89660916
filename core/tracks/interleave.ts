import { endsSentence } from '../language/line-breaks.ts'
import type { Word } from '../transcript/transcript.ts'

/** A pause this short is within an utterance, whatever others say meanwhile. */
const PAUSE_MS = 300

/** Consecutive words of one track in the text. */
export interface TrackRun {
  readonly track: number
  readonly words: readonly Word[]
}

/**
 * Puts the words of several tracks in reading order. Once somebody else has begun to speak, a track's run
 * ends at its next pause or end of a sentence; runs are ordered by their start.
 * @param tracks words of each track, in order of time
 * @param language ISO 639-1
 */
export function interleaveTracks(tracks: readonly (readonly Word[])[], language: string): TrackRun[] {
  const starts = tracks.map((words) => words.map(({ startMs }) => startMs))
  return tracks
    .flatMap((words, track) => {
      const others = starts.filter((_, other) => other !== track)
      return runsOf(words, others, language).map((run): TrackRun => ({ track, words: run }))
    })
    .sort((a, b) => beginOf(a) - beginOf(b) || a.track - b.track)
}

const beginOf = ({ words }: TrackRun): number => words[0]?.startMs ?? 0

function runsOf(words: readonly Word[], others: readonly (readonly number[])[], language: string): Word[][] {
  /** Of each other track, the first word that starts after the run began. */
  const places = others.map(() => 0)
  const runs: Word[][] = []
  let run: Word[] = []
  for (const [index, word] of words.entries()) {
    const begin = (run[0] ?? word).startMs
    run.push(word)
    const next = words[index + 1]
    const isBegun =
      next !== undefined &&
      others.some((starts, other) => {
        let at = places[other] ?? 0
        while ((starts[at] ?? Infinity) <= begin) at += 1
        places[other] = at
        return (starts[at] ?? Infinity) < next.startMs
      })
    if (next === undefined || (isBegun && isBreak(word, next, language))) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

function isBreak(word: Word, next: Word, language: string): boolean {
  return next.startMs - word.endMs >= PAUSE_MS || endsSentence(word.text, next.text, language)
}
