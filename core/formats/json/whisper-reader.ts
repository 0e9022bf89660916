import { withEnds } from '../reading/end-times.ts'
import type { Correction, JsonObject, JsonValue, ReadResult } from '../format.ts'
import { importedDocument, type ReadWord } from '../reading/imported-cues.ts'
import { isList, isObject } from './json-fields.ts'
import { msOf, parseJson } from './json-text.ts'
import { mergedCues } from '../reading/merged-cues.ts'
import { LATEST_MS } from '../reading/limits.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

type Correct = (correction: Correction) => void

interface Segment {
  readonly line: null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly voices: readonly { name: string | null; text: string; words?: readonly ReadWord[] }[]
}

/** Reads JSON of Whisper, faster-whisper and whisperX (`segments`), and of whisper.cpp (`transcription`). */
export function readWhisper(text: string): ReadResult {
  const corrections: Correction[] = []
  const correct: Correct = (correction) => void corrections.push(correction)
  const root = parseJson(text, correct)
  const list = isList(root) ? root : isObject(root) ? (root['segments'] ?? root['transcription']) : undefined
  if (!isList(list)) throw new UnreadableText('wrong-shape', 'segments', 'a list expected')
  const segments = list.flatMap((segment, index) => {
    if (isObject(segment) && typeof segment['text'] === 'string')
      return [readSegment(segment, segment['text'])]
    correct({ code: 'content-dropped', line: null, detail: `segments[${index}]` })
    return []
  })
  const started = withStarts(segments, correct)
  const language = isObject(root) ? languageOf(root) : undefined
  const document = importedDocument(
    mergedCues(withEnds(started, correct)),
    correct,
    language === undefined ? {} : { language },
  )
  return { document, corrections }
}

function languageOf(root: JsonObject): string | undefined {
  const { language, result } = root
  const given = isObject(result) ? result['language'] : language
  return typeof given === 'string' ? given : undefined
}

function readSegment(segment: JsonObject, text: string): Segment {
  const given = isList(segment['words']) ? segment['words'].filter(isObject) : []
  const words = joinedWords(given)
  const { offsets } = segment
  const [from, to] = isObject(offsets)
    ? [wholeMs(offsets['from']), wholeMs(offsets['to'])]
    : [msOf(segment['start']), msOf(segment['end'])]
  const speaker = segment['speaker'] ?? given.find((word) => typeof word['speaker'] === 'string')?.['speaker']
  const name = typeof speaker === 'string' && speaker.trim() !== '' ? speaker.trim() : null
  const voice = { name, text: text.trim() }
  return {
    line: null,
    startMs: from ?? words.find(({ startMs }) => startMs !== undefined)?.startMs ?? null,
    endMs: to ?? words.findLast(({ endMs }) => endMs !== undefined)?.endMs ?? null,
    voices: [words.length === 0 ? voice : { ...voice, words }],
  }
}

const wholeMs = (value: JsonValue | undefined): number | null =>
  typeof value === 'number' && value >= 0 && value <= LATEST_MS ? Math.round(value) : null

/** Words; a piece without a leading space belongs to the word before. */
function joinedWords(given: readonly JsonObject[]): ReadWord[] {
  const joined: ReadWord[] = []
  // whisperX writes words without their spaces.
  const isSpaced = given.some(({ word }) => typeof word === 'string' && /^\s/.test(word))
  for (const { word, start, end, probability, score } of given) {
    if (typeof word !== 'string' || word.trim() === '') continue
    const startMs = msOf(start) ?? undefined
    const endMs = msOf(end) ?? undefined
    const sure = probability ?? score
    const confidence = typeof sure === 'number' && sure >= 0 && sure <= 1 ? sure : null
    const last = joined.at(-1)
    if (last === undefined || !isSpaced || /^\s/.test(word))
      joined.push({ text: word.trim(), startMs, endMs, confidence })
    else joined[joined.length - 1] = { ...last, text: last.text + word.trim(), endMs: endMs ?? last.endMs }
  }
  return joined
}

/** A segment without a start begins where the previous one ends. */
function withStarts(segments: readonly Segment[], correct: Correct): (Segment & { startMs: number })[] {
  let earliestMs = 0
  return segments.map((segment) => {
    const { startMs } = segment
    if (startMs === null)
      correct({ code: 'start-missing', line: null, detail: segment.voices[0]?.text ?? '' })
    const known = startMs ?? earliestMs
    earliestMs = Math.max(known, segment.endMs ?? known)
    return { ...segment, startMs: known }
  })
}
