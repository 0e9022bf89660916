import { isLayoutMark } from '../captions/marks/cue-marks.ts'
import type { Mark, Paragraph, Speaker, Transcript, Word } from '../transcript/transcript.ts'
import { orderTimes } from '../words/align/order-times.ts'
import { alignWords } from './align-words.ts'
import type { AlignedWord, WordRange } from './aligned-words.ts'
import { cueWordTimes } from './cue-word-times.ts'
import { cutAtSpeakers } from './cut-paragraphs.ts'
import { nameSpeakers } from './name-speakers.ts'

export interface AlignedPassage {
  /** Position in the recording, or where it would be. */
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

export interface AlignedTranscript {
  readonly transcript: Transcript
  /** Passages of the text that were not spoken; they have `unspoken` marks. */
  readonly unspoken: readonly AlignedPassage[]
  /** Recognized speech that the text lacks. */
  readonly unwritten: readonly AlignedPassage[]
  /** How many words of the text match recognized words. */
  readonly matchedWords: number
}

/**
 * The transcript of a person's text, with times and speakers from the recognized transcript of its recording.
 * The text stays letter for letter, in its paragraphs, which are cut where the recognized speaker changes;
 * marks keep the breaks and times of a caption file's cues. Its speakers name recognized ones.
 */
export function alignTranscript(
  given: Transcript,
  recognized: Transcript,
  durationMs: number,
): AlignedTranscript {
  const words = given.paragraphs.flatMap((paragraph) => paragraph.words)
  const spoken = recognizedWords(recognized)
  const {
    words: aligned,
    unspoken,
    unwritten,
  } = alignWords(
    words.map((word) => word.text),
    spoken.map(({ word }) => word),
    { durationMs, speech: recognized.turns, starts: startsOf(given.paragraphs) },
  )
  const timed = timedWords(words, aligned)
  const speakerOf = (id: string): string | null => {
    const place = timed.get(id)?.aligned.recognized ?? null
    return place === null ? null : (spoken[place]?.speakerId ?? null)
  }
  const named = nameSpeakers(namedIn(given), recognized.speakers, wordCounts(given.paragraphs, speakerOf))
  const cueWords = wordsInCues(given)
  const timesOf = (paragraph: Paragraph): Word[] =>
    paragraph.words.some(({ id }) => cueWords.has(id))
      ? cueWordTimes(paragraph.words, (index) => timed.get(paragraph.words[index]?.id ?? '')?.aligned)
      : orderTimes(paragraph.words.map((word) => timed.get(word.id)?.word ?? word))
  const paragraphs = given.paragraphs.flatMap((paragraph): Paragraph[] => {
    const own = { ...paragraph, words: timesOf(paragraph) }
    const language = paragraph.language === 'und' ? recognized.language : paragraph.language
    const ownId = paragraph.speakerId === null ? undefined : named.idFor.get(paragraph.speakerId)
    if (ownId !== undefined) return [{ ...own, language, speakerId: ownId }]
    return cutAtSpeakers(
      { ...own, language },
      ({ id }) => speakerOf(id),
      ({ id }) => !cueWords.has(id),
    )
  })
  const passages = (ranges: readonly WordRange[], all: readonly Word[]): AlignedPassage[] =>
    ranges.flatMap(({ from, to }) => passageOf(all.slice(from, to)))
  return {
    transcript: {
      ...recognized,
      language: given.language === 'und' ? recognized.language : given.language,
      speakers: named.speakers,
      paragraphs,
      marks: [...given.marks, ...unspokenMarks(given, unspoken)],
      ...(given.captionRules === undefined ? {} : { captionRules: given.captionRules }),
      ...(given.fillers === undefined ? {} : { fillers: given.fillers }),
      ...(given.numbers === undefined ? {} : { numbers: given.numbers }),
    },
    unspoken: passages(
      unspoken,
      words.map((word) => timed.get(word.id)?.word ?? word),
    ),
    unwritten: passages(
      unwritten,
      spoken.map(({ word }) => word),
    ),
    matchedWords: aligned.filter(({ recognized: place }) => place !== null).length,
  }
}

/** Speakers named in the text; those without a name are found by the sound. */
const namedIn = ({ speakers }: Transcript): Speaker[] => speakers.filter(({ name }) => name !== null)

interface SpokenWord {
  readonly word: Word
  readonly speakerId: string | null
}

/** In text order; words of notes and sounds were not spoken. */
function recognizedWords({ paragraphs }: Transcript): SpokenWord[] {
  return paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ words, speakerId }) => words.map((word) => ({ word, speakerId })))
}

function timedWords(
  words: readonly Word[],
  aligned: readonly AlignedWord[],
): ReadonlyMap<string, { readonly word: Word; readonly aligned: AlignedWord }> {
  return new Map(
    words.flatMap((word, index) => {
      const place = aligned[index]
      if (place === undefined) return []
      const { startMs, endMs } = place
      return [[word.id, { word: { ...word, startMs, endMs }, aligned: place }] as const]
    }),
  )
}

function startsOf(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const starts = new Set<number>()
  let count = 0
  for (const { words } of paragraphs) {
    starts.add(count)
    count += words.length
  }
  return starts
}

function wordCounts(
  paragraphs: readonly Paragraph[],
  speakerOf: (id: string) => string | null,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { speakerId, words } of paragraphs) {
    if (speakerId === null) continue
    const own = counts.get(speakerId) ?? new Map<string, number>()
    counts.set(speakerId, own)
    for (const { id } of words) {
      const speaker = speakerOf(id)
      if (speaker !== null) own.set(speaker, (own.get(speaker) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * Words of cues that stay as they are, except those that open a line with a dash: another speaker begins
 * there.
 */
function wordsInCues({ paragraphs, marks }: Transcript): ReadonlySet<string> {
  const layout = marks.filter(isLayoutMark)
  if (layout.length === 0) return new Set()
  const lineStarts = new Set(
    layout.flatMap(({ kind, fromWordId }) => (kind === 'line-break' ? [fromWordId] : [])),
  )
  return new Set(
    paragraphs.flatMap(({ words }) =>
      words.flatMap(({ id, text }) => (lineStarts.has(id) && /^[-–—]/u.test(text) ? [] : [id])),
    ),
  )
}

/** One mark for each paragraph that a passage touches, so that the others stay when one of them is edited. */
function unspokenMarks({ paragraphs, marks }: Transcript, ranges: readonly WordRange[]): Mark[] {
  const taken = new Set(marks.map(({ id }) => id))
  const made: Mark[] = []
  let start = 0
  let number = 0
  for (const { words } of paragraphs) {
    const end = start + words.length
    for (const { from, to } of ranges) {
      const first = words[Math.max(from, start) - start]
      const last = words[Math.min(to, end) - 1 - start]
      if (to <= start || from >= end || first === undefined || last === undefined) continue
      do number += 1
      while (taken.has(`unspoken.${number}`))
      made.push({
        id: `unspoken.${number}`,
        fromWordId: first.id,
        toWordId: last.id,
        kind: 'unspoken',
        value: null,
      })
    }
    start = end
  }
  return made
}

function passageOf(words: readonly Word[]): AlignedPassage[] {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const text = words
    .map(({ before, text: own }, index) => (index === 0 ? own : (before || ' ') + own))
    .join('')
  return [{ startMs: first.startMs, endMs: last.endMs, text: text.replaceAll(/\s+/gu, ' ').trim() }]
}
