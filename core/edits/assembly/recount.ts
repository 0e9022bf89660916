import { endsParagraph } from '../../paragraphs/paragraphs.ts'
import { assignTrackSpeakers } from '../../tracks/assign-track-speakers.ts'
import {
  paragraphText,
  type Paragraph,
  type Speaker,
  type Transcript,
  type SpeakerSegment,
} from '../../transcript/transcript.ts'
import type { CountedParagraph, CountSpeakersEdit } from '../edit.ts'
import type { KeptParagraphs } from './kept-by-person.ts'
import { paragraphSpan } from '../places.ts'
import { reassignTurns } from '../turns-follow.ts'

/** The result of a new speaker count by `core/speakers`: who speaks when, with voices from 0. */
export interface CountedVoices {
  readonly voices: number
  readonly turns: readonly CountedTurn[]
}

export interface CountedTurn {
  readonly voice: number
  readonly startMs: number
  readonly endMs: number
  /** When all tracks were transcribed: the turn has only words of this track. */
  readonly track?: number
}

/**
 * The edit that applies a new count to the transcript. Each voice becomes the existing speaker with whom it shares
 * most time, and keeps that id, name and color; where two named speakers are now one voice, one of the names is kept.
 * Paragraphs whose speaker a person set keep that speaker, and the turns follow them.
 */
export function recountEdit(
  transcript: Transcript,
  counted: CountedVoices,
  kept: KeptParagraphs,
  id: string,
): CountSpeakersEdit {
  const isKept = (paragraph: Paragraph): boolean => kept.speakers.has(paragraph.id)
  const stay = new Set(transcript.paragraphs.filter(isKept).map((paragraph) => paragraph.speakerId))
  const { speakers, speakerOfVoice } = speakersOf(transcript, counted, stay, id)
  const countedTurns = counted.turns.map(({ voice, startMs, endMs }): SpeakerSegment => ({
    speakerId: speakerOfVoice[voice] ?? '',
    startMs,
    endMs,
  }))
  const speech = transcript.paragraphs.filter((paragraph) => paragraph.kind === 'speech')
  const words = speech.flatMap((paragraph) => paragraph.words)
  const turnsOf = (track: number): SpeakerSegment[] =>
    countedTurns.filter((_, index) => (counted.turns[index]?.track ?? track) === track)
  const speakerIds = assignTrackSpeakers(words, turnsOf, transcript.language)
  const speakerOfWord = new Map(words.map((word, index) => [word.id, speakerIds[index] ?? null]))

  let turns: readonly SpeakerSegment[] = countedTurns
  const ofSpeech = speech.map((paragraph): CountedParagraph => {
    const countedIds = paragraph.words.map((word) => speakerOfWord.get(word.id) ?? null)
    if (isKept(paragraph)) {
      const span = paragraphSpan(paragraph)
      if (span !== null) turns = reassignTurns(turns, span, mostOf(countedIds), paragraph.speakerId)
      return { paragraphId: paragraph.id, speakerId: paragraph.speakerId }
    }
    if (kept.bounds.has(paragraph.id)) return { paragraphId: paragraph.id, speakerId: mostOf(countedIds) }
    return countedParagraph(paragraph, countedIds)
  })
  const paragraphs = withJoins(transcript.paragraphs, ofSpeech, kept)
  return { kind: 'count-speakers', id, speakers, turns, paragraphs }
}

/** Words without a known speaker go with the preceding ones. */
function countedParagraph(paragraph: Paragraph, countedIds: readonly (string | null)[]): CountedParagraph {
  const speakerId = countedIds.find((each) => each !== null) ?? null
  const changes: { wordId: string; speakerId: string | null }[] = []
  let current = speakerId
  paragraph.words.forEach((word, index) => {
    const countedId = countedIds[index] ?? null
    if (countedId === null || countedId === current) return
    changes.push({ wordId: word.id, speakerId: countedId })
    current = countedId
  })
  const counted = { paragraphId: paragraph.id, speakerId }
  return changes.length === 0 ? counted : { ...counted, changes }
}

/**
 * Joins adjacent paragraphs of different speakers who are now the same, unless the paragraph rules would end one
 * there.
 */
function withJoins(
  paragraphs: readonly Paragraph[],
  counted: readonly CountedParagraph[],
  kept: KeptParagraphs,
): CountedParagraph[] {
  const countedOf = new Map(counted.map((each) => [each.paragraphId, each]))
  const goesOnFrom = new Map<string, string>()
  const isFree = ({ id, kind }: Paragraph): boolean =>
    kind === 'speech' && !kept.speakers.has(id) && !kept.bounds.has(id)
  let characters = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[index - 1]
    const goesOn =
      before !== undefined &&
      isFree(before) &&
      isFree(paragraph) &&
      before.language === paragraph.language &&
      before.speakerId !== paragraph.speakerId &&
      haveSameSpeaker(countedOf.get(before.id), countedOf.get(paragraph.id)) &&
      !endsBetween(before, paragraph, characters)
    if (goesOn) goesOnFrom.set(paragraph.id, before.id)
    const change = countedOf.get(paragraph.id)?.changes?.at(-1)
    const from = paragraph.words.findIndex((word) => word.id === change?.wordId)
    const length = paragraphText({ words: paragraph.words.slice(Math.max(0, from)) }).length
    characters = goesOn && from < 0 ? characters + length : length
  }
  return counted.map((each) => {
    const before = goesOnFrom.get(each.paragraphId)
    return before === undefined ? each : { ...each, goesOnFrom: before }
  })
}

/** Whether the end of the first and the beginning of the second have the same known speaker. */
function haveSameSpeaker(before: CountedParagraph | undefined, after: CountedParagraph | undefined): boolean {
  const last = before?.changes?.at(-1) ?? before
  return last !== undefined && last.speakerId !== null && last.speakerId === after?.speakerId
}

function endsBetween(before: Paragraph, after: Paragraph, characters: number): boolean {
  const last = before.words.at(-1)
  const first = after.words[0]
  return !last || !first || endsParagraph(last, first, characters, before.language)
}

function mostOf(ids: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].reduce<[string | null, number]>(
    (most, each) => (each[1] > most[1] ? each : most),
    [null, 0],
  )[0]
}

/** Existing speakers keep their order, new ones follow. `stay`: speakers to keep in any case. */
function speakersOf(
  transcript: Transcript,
  counted: CountedVoices,
  stay: ReadonlySet<string | null>,
  id: string,
): { speakers: Speaker[]; speakerOfVoice: string[] } {
  const shared = sharedTimes(transcript, counted)
  const speakerOfVoice = new Map<number, string>()
  const taken = new Set<string>()
  for (const { voice, speakerId } of shared) {
    if (speakerOfVoice.has(voice) || taken.has(speakerId)) continue
    speakerOfVoice.set(voice, speakerId)
    taken.add(speakerId)
  }
  const speakers = transcript.speakers.filter((speaker) => taken.has(speaker.id) || stay.has(speaker.id))
  giveNames(speakers, transcript.speakers, shared, speakerOfVoice)
  let made = 0
  const ofVoice = Array.from({ length: counted.voices }, (_, voice) => {
    const known = speakerOfVoice.get(voice)
    if (known !== undefined) return known
    const colors = new Set(speakers.map((speaker) => speaker.colour))
    let colour = 0
    while (colors.has(colour)) colour += 1
    const added: Speaker = { id: `${id}.${made++}`, name: null, colour, groupId: null }
    speakers.push(added)
    return added.id
  })
  return { speakers, speakerOfVoice: ofVoice }
}

interface SharedTime {
  readonly voice: number
  readonly speakerId: string
  readonly ms: number
}

/** How long each voice overlaps with the turns of each speaker of the transcript, longest first. */
function sharedTimes({ speakers, turns }: Transcript, counted: CountedVoices): SharedTime[] {
  const order = new Map(speakers.map((speaker, index) => [speaker.id, index]))
  const sorted = turns.toSorted((a, b) => a.startMs - b.startMs)
  const totals = new Map<string, SharedTime>()
  for (const { voice, startMs, endMs } of counted.turns) {
    for (const turn of sorted) {
      if (turn.startMs >= endMs) break
      const ms = Math.min(endMs, turn.endMs) - Math.max(startMs, turn.startMs)
      if (ms <= 0 || !order.has(turn.speakerId)) continue
      const key = `${voice} ${turn.speakerId}`
      totals.set(key, { voice, speakerId: turn.speakerId, ms: (totals.get(key)?.ms ?? 0) + ms })
    }
  }
  const place = (each: SharedTime): number => order.get(each.speakerId) ?? 0
  return [...totals.values()].sort((a, b) => b.ms - a.ms || place(a) - place(b) || a.voice - b.voice)
}

/**
 * A named speaker who becomes part of an unnamed one passes on the name, and a redacted one the redaction, as
 * when merging them.
 */
function giveNames(
  speakers: Speaker[],
  before: readonly Speaker[],
  shared: readonly SharedTime[],
  speakerOfVoice: ReadonlyMap<number, string>,
): void {
  const left = before.filter(
    ({ id, name, redacted }) =>
      (name !== null || redacted === true) && !speakers.some((speaker) => speaker.id === id),
  )
  for (const { voice, speakerId } of shared) {
    const named = left.find((speaker) => speaker.id === speakerId)
    if (named === undefined) continue
    left.splice(left.indexOf(named), 1)
    const index = speakers.findIndex((speaker) => speaker.id === speakerOfVoice.get(voice))
    const heir = speakers[index]
    if (heir === undefined) continue
    const name = heir.name ?? named.name
    speakers[index] = named.redacted === true ? { ...heir, name, redacted: true } : { ...heir, name }
  }
}
