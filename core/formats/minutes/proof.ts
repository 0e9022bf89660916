import { speakerNames } from '../../transcript/speaker-names.ts'
import { hullOf, type TimeSpan } from '../../transcript/time-span.ts'
import type { Paragraph, Word } from '../../transcript/transcript.ts'
import { uniteSpans } from '../../transcript/unite-spans.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { blockText } from '../reading/text-blocks.ts'
import type { MinutesBlock, Proof } from './minutes-blocks.ts'
import { wordsAt } from './words-at.ts'

/** Keys are pressed when something is decided, or shortly after it: more is heard of what was said before. */
const BEFORE_MS = 15_000
const AFTER_MS = 5_000
/** Around a passage whose words are known. */
const MARGIN_MS = 2_000

interface Said {
  readonly paragraph: Paragraph | undefined
  readonly words: readonly Word[]
}

/** The proof of an item that was marked at a time. Null if times are not wanted. */
export function proofAt(
  document: DocumentWithExtras,
  atMs: number,
  options: Pick<WriteOptions, 'speakerLabel' | 'speakerNames' | 'times'>,
): Proof | null {
  if (options.times === false) return null
  const said = wordsAt(document.transcript.paragraphs, atMs)
  const around = { startMs: atMs - BEFORE_MS, endMs: atMs + AFTER_MS }
  return proofOf(document, atMs, said ?? { paragraph: undefined, words: [] }, around, options)
}

/** The proof of a passage with these words. Null if times are not wanted. */
export function proofOfPassage(
  document: DocumentWithExtras,
  atMs: number,
  said: Said,
  options: Pick<WriteOptions, 'speakerLabel' | 'speakerNames' | 'times'>,
): Proof | null {
  if (options.times === false) return null
  if (said.words.length === 0) return proofAt(document, atMs, options)
  const { startMs, endMs } = hullOf(said.words)
  return proofOf(document, atMs, said, { startMs: startMs - MARGIN_MS, endMs: endMs + MARGIN_MS }, options)
}

function proofOf(
  document: DocumentWithExtras,
  atMs: number,
  { paragraph, words }: Said,
  around: TimeSpan,
  { speakerLabel, speakerNames: showsNames = true }: Pick<WriteOptions, 'speakerLabel' | 'speakerNames'>,
): Proof {
  const { transcript } = document
  const speakerId = paragraph?.speakerId ?? null
  const name =
    !showsNames || speakerId === null ? null : speakerNames(transcript.speakers, speakerLabel).get(speakerId)
  const span = withinSound(
    document,
    wholeWords(transcript.paragraphs, words.length === 0 ? around : hullOf([around, ...words])),
  )
  return { atMs, ...span, name: name ?? null, text: blockText(words) }
}

/** Begins and ends beside words, not within one. */
function wholeWords(paragraphs: readonly Paragraph[], { startMs, endMs }: TimeSpan): TimeSpan {
  let [from, to] = [startMs, endMs]
  for (const { kind, words } of paragraphs) {
    if (kind !== 'speech') continue
    for (const word of words) {
      if (word.startMs < startMs && word.endMs > startMs) from = Math.min(from, word.startMs)
      if (word.startMs < endMs && word.endMs > endMs) to = Math.max(to, word.endMs)
    }
  }
  return { startMs: from, endMs: to }
}

function withinSound(
  { recording, part, offsetMs = 0 }: DocumentWithExtras,
  { startMs, endMs }: TimeSpan,
): TimeSpan {
  const length = recording.durationMs === 0 ? endMs : recording.durationMs + offsetMs
  const whole = part ?? { startMs: Math.max(0, offsetMs), endMs: length }
  const from = Math.min(Math.max(startMs, whole.startMs), whole.endMs)
  return { startMs: from, endMs: Math.max(from, Math.min(endMs, whole.endMs)) }
}

/** The proofs of all items, in the order of the minutes. */
export const proofsOf = (blocks: readonly MinutesBlock[]): Proof[] =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'numbered') return block.items.map(({ proof }) => proof)
      if (block.kind === 'passages') return block.passages.map(({ proof }) => proof)
      return block.kind === 'table' ? (block.rowProofs ?? []) : []
    })
    .filter((proof) => proof !== null)

/** Spans of the sound that proofs need, in order and apart, on the document's clock. */
export const soundOfProofs = (blocks: readonly MinutesBlock[]): TimeSpan[] =>
  uniteSpans(proofsOf(blocks)).filter(({ startMs, endMs }) => endMs > startMs)

/** Where a span that lies in one of the others begins, in ms, in the sound of all these, one after the other. */
export function placeAmong(spans: readonly TimeSpan[], { startMs }: TimeSpan): number {
  let before = 0
  for (const span of spans) {
    if (startMs <= span.endMs) return before + Math.max(0, startMs - span.startMs)
    before += span.endMs - span.startMs
  }
  return before
}
