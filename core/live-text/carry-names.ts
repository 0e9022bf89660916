import type { RenameSpeakerEdit } from '../edits/edit.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { GivenNames, type LiveRecord } from './live-record.ts'
import type { WordsOfSource } from './placed-words.ts'

/** A name with no matching speaker in the transcript. */
export interface LostName {
  readonly source: number
  readonly name: string
}

export interface CarriedName extends LostName {
  readonly edit: RenameSpeakerEdit
}

export interface CarriedNames {
  readonly named: readonly CarriedName[]
  readonly lost: readonly LostName[]
}

/** A named person and a speaker of the transcript who may be that person. */
interface Candidate extends LostName {
  readonly speakerId: string
  /** The speaker's words in what was named. */
  readonly words: number
}

/**
 * Applies names given while recording to the speakers found: each goes to the speaker with most words in the
 * named lines; one for a whole source to the speaker of the lines in which it was typed, else to the one who
 * speaks most on the source. No speaker gets two. A name that a person has given the speaker since stays.
 */
export function carryNames(record: LiveRecord, transcript: Transcript, wordsOf: WordsOfSource): CarriedNames {
  const given = namedStretches(record)
  const candidates = given.flatMap((one) => candidatesOf(one, wordsOf)).toSorted((a, b) => b.words - a.words)
  const known = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]))
  const taken = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const { source, name, speakerId } = candidate
    const isPlaced = [...taken.values()].some((one) => one.source === source && one.name === name)
    if (!isPlaced && known.has(speakerId) && !taken.has(speakerId)) taken.set(speakerId, candidate)
  }
  const placed = [...taken.values()]
  return {
    named: placed
      .filter(({ speakerId }) => known.get(speakerId)?.name === null)
      .map(({ source, name, speakerId }) => {
        const edit = { kind: 'rename-speaker', id: `live-name-${speakerId}`, speakerId, name } as const
        return { source, name, edit }
      }),
    lost: given
      .filter((one) => !placed.some(({ source, name }) => source === one.source && name === one.name))
      .map(({ source, name }) => ({ source, name })),
  }
}

interface NamedStretches extends LostName {
  /**
   * Lines with this name, or those in which the source's name was typed; null: the whole source except lines
   * with another name.
   */
  readonly spans: readonly TimeSpan[] | null
  readonly not: readonly TimeSpan[]
}

function namedStretches({ lines, changes }: LiveRecord): NamedStretches[] {
  const names = new GivenNames(changes)
  const sources = [...new Set(changes.flatMap((change) => (change.kind === 'name' ? [change.source] : [])))]
  return sources.flatMap((source) => {
    const whole = names.ofSource(source)
    const own = lines.filter((line) => line.source === source)
    const others = own.filter((line) => names.ofLine(line) !== whole)
    const inLines = [...new Set(others.map((line) => names.ofLine(line)))].flatMap((name) =>
      name === null
        ? []
        : [{ source, name, spans: others.filter((line) => names.ofLine(line) === name), not: [] }],
    )
    if (whole === null) return inLines
    const typedIn = own.filter((line) => names.typedIn(source).has(line.id) && !others.includes(line))
    const spans = typedIn.length === 0 ? null : typedIn
    return [{ source, name: whole, spans, not: others }, ...inLines]
  })
}

function candidatesOf({ source, name, spans, not }: NamedStretches, wordsOf: WordsOfSource): Candidate[] {
  const counts = new Map<string, number>()
  for (const { speakerId, word } of wordsOf(source)) {
    const middleMs = (word.startMs + word.endMs) / 2
    const isIn = ({ startMs, endMs }: TimeSpan): boolean => middleMs >= startMs && middleMs <= endMs
    if (speakerId !== null && (spans === null ? !not.some(isIn) : spans.some(isIn)))
      counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1)
  }
  return [...counts].map(([speakerId, words]) => ({ source, name, speakerId, words }))
}
