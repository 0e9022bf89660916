import { makeParagraphs } from '#core/paragraphs/paragraphs'
import { frenchSpacing } from '#core/paragraphs/spacing'
import { assignTrackSpeakers } from '#core/tracks/assign-track-speakers'
import { interleaveTracks } from '#core/tracks/interleave'
import { tracksOfWords } from '#core/tracks/track-ids'
import type { Paragraph, SpeakerSegment, Word } from '#core/transcript/transcript'
import { clipTimes } from '#core/words/clip-times'
import { lengthenWords } from '#core/words/lengthen-words'
import { isUnspaced } from '#core/language/unspaced-scripts'
import type { LiveTarget } from './live-target.ts'

/** The paragraphs of a job's own words, which are in order of time within each track. */
export function paragraphsOf(
  words: readonly Word[],
  { tracks, language, endMs }: Pick<LiveTarget, 'tracks' | 'language' | 'endMs'>,
): Paragraph[] {
  const ofTrack = tracks.map((): Word[] => [])
  const numbers = tracksOfWords(words)
  for (const [index, word] of words.entries()) ofTrack[numbers[index] ?? 0]?.push(word)
  const timed = ofTrack.map((own) =>
    frenchSpacing(withSpaces(lengthenWords(clipTimes(own), endMs)), language),
  )
  const turnsOf = (track: number): readonly SpeakerSegment[] => tracks[track]?.turns ?? []
  const speakers = new Map<string, string | null>()
  for (const own of timed) {
    const ids = assignTrackSpeakers(own, turnsOf, language)
    for (const [index, { id }] of own.entries()) speakers.set(id, ids[index] ?? null)
  }
  return interleaveTracks(timed, language).flatMap((run) =>
    makeParagraphs(
      run.words,
      run.words.map(({ id }) => speakers.get(id) ?? null),
      language,
    ),
  )
}

/**
 * Paragraphs of a part of a transcript that a person corrects, keeping the order of words.
 * @param turns of the current transcript, from any track
 */
export function correctedParagraphs(
  words: readonly Word[],
  turns: readonly SpeakerSegment[],
  { tracks, language }: Pick<LiveTarget, 'tracks' | 'language'>,
): Paragraph[] {
  const spaced = frenchSpacing(withSpaces(words), language)
  const speakersOf = tracks.map((track) => new Set(track.turns.map(({ speakerId }) => speakerId)))
  const isOnOther = (speakerId: string, track: number): boolean =>
    !(speakersOf[track]?.has(speakerId) ?? false) && speakersOf.some((speakers) => speakers.has(speakerId))
  const turnsOf = (track: number): SpeakerSegment[] =>
    turns.filter(({ speakerId }) => !isOnOther(speakerId, track))
  return makeParagraphs(spaced, assignTrackSpeakers(spaced, turnsOf, language), language)
}

/** A word that began a paragraph has no space before it; inside a paragraph it gets one again. */
function withSpaces(words: readonly Word[]): Word[] {
  return words.map((word, index) => {
    const needsSpace =
      index > 0 && word.before === '' && word.origin === 'recognised' && !isUnspaced(word.text)
    return needsSpace ? { ...word, before: ' ' } : word
  })
}
