import type { Paragraph, Speaker, SpeakerSegment } from '../transcript/transcript.ts'
import { type SpeakerTurns, spokenTurns, stretchesIn } from './spoken-turns.ts'

export interface SpeakerTime {
  readonly id: string
  readonly name: string | null
  readonly speakingMs: number
  /** Share of the sum of everyone's speaking time, 0 to 1: overlap counts for each speaker. */
  readonly share: number
  readonly turns: number
  /** From the start of the turn's first stretch to the end of its last, pauses included. */
  readonly longestTurnMs: number
  readonly words: number
  /** 0 for a speaker without speaking time. */
  readonly wordsPerMinute: number
  /** How much of the speaking time somebody else was also speaking. */
  readonly overlapMs: number
}

/** Two speakers, in the order of the list of speakers, and how long both spoke at once. */
export interface SpeakerOverlap {
  readonly a: string
  readonly b: string
  readonly ms: number
}

export interface SpeakingTime {
  readonly durationMs: number
  /** Time in which nobody speaks. */
  readonly silenceMs: number
  /** Time in which two or more people speak. */
  readonly overlapMs: number
  readonly speakers: readonly SpeakerTime[]
  readonly overlaps: readonly SpeakerOverlap[]
}

/**
 * Speaking time, computed from the turns alone; word counts from the paragraphs of speech. `spokenTurns` defines what
 * one turn is; speaking time, share, overlap and silence count the stretches, not the pauses inside a turn. Speakers
 * are in the order of `speakers`, then any others in order of first turn; a speaker without turns is listed with 0.
 */
export function speakingTime(
  turns: readonly SpeakerSegment[],
  durationMs: number,
  paragraphs: readonly Pick<Paragraph, 'speakerId' | 'kind' | 'words'>[],
  speakers: readonly Pick<Speaker, 'id' | 'name'>[] = [],
): SpeakingTime {
  const spoken = spokenTurns(turns, durationMs, speakers)
  const crossed = countOverlaps(spoken)
  const words = countWords(paragraphs)
  const total = spoken.reduce((sum, speaker) => sum + lengthOf(speaker), 0)
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]))
  return {
    durationMs,
    silenceMs: Math.max(0, durationMs - crossed.spokenMs),
    overlapMs: crossed.overlapMs,
    speakers: spoken.map((speaker, index): SpeakerTime => {
      const speakingMs = lengthOf(speaker)
      const wordCount = words.get(speaker.id) ?? 0
      return {
        id: speaker.id,
        name: names.get(speaker.id) ?? null,
        speakingMs,
        share: total === 0 ? 0 : speakingMs / total,
        turns: speaker.turns.length,
        longestTurnMs: speaker.turns.reduce((most, turn) => Math.max(most, turn.endMs - turn.startMs), 0),
        words: wordCount,
        wordsPerMinute: speakingMs === 0 ? 0 : (wordCount * 60_000) / speakingMs,
        overlapMs: crossed.bySpeaker[index] ?? 0,
      }
    }),
    overlaps: crossed.pairs,
  }
}

function lengthOf(speaker: SpeakerTurns): number {
  return stretchesIn(speaker).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

function countWords(
  paragraphs: readonly Pick<Paragraph, 'speakerId' | 'kind' | 'words'>[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { speakerId, kind, words } of paragraphs) {
    if (speakerId === null || kind !== 'speech') continue
    counts.set(speakerId, (counts.get(speakerId) ?? 0) + words.length)
  }
  return counts
}

interface Crossed {
  readonly spokenMs: number
  readonly overlapMs: number
  readonly bySpeaker: readonly number[]
  readonly pairs: readonly SpeakerOverlap[]
}

/** One pass over all starts and ends in order of time, tracking the current speakers. */
function countOverlaps(speakers: readonly SpeakerTurns[]): Crossed {
  const changes = speakers
    .flatMap((speaker, index) =>
      stretchesIn(speaker).flatMap(({ startMs, endMs }) => [
        { ms: startMs, index, starts: true },
        { ms: endMs, index, starts: false },
      ]),
    )
    .sort((a, b) => a.ms - b.ms)
  const speaking = new Set<number>()
  const bySpeaker = speakers.map(() => 0)
  const pairMs = new Map<number, number>()
  let spokenMs = 0
  let overlapMs = 0
  let last = 0
  for (const change of changes) {
    const passed = change.ms - last
    last = change.ms
    if (passed > 0 && speaking.size > 0) spokenMs += passed
    if (passed > 0 && speaking.size > 1) {
      overlapMs += passed
      for (const one of speaking) {
        bySpeaker[one] = (bySpeaker[one] ?? 0) + passed
        for (const other of speaking) {
          const pair = one * speakers.length + other
          if (one < other) pairMs.set(pair, (pairMs.get(pair) ?? 0) + passed)
        }
      }
    }
    if (change.starts) speaking.add(change.index)
    else speaking.delete(change.index)
  }
  const pairs = [...pairMs]
    .sort(([a], [b]) => a - b)
    .map(([pair, ms]): SpeakerOverlap => {
      const a = speakers[Math.floor(pair / speakers.length)]?.id ?? ''
      const b = speakers[pair % speakers.length]?.id ?? ''
      return { a, b, ms }
    })
  return { spokenMs, overlapMs, bySpeaker, pairs }
}
