import { paragraphText, type ParagraphKind, type Transcript, type Word } from '../../transcript/transcript.ts'
import type { WriteOptions } from '../format.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'

/** A paragraph as shown in a readable format. */
export interface TextBlock {
  readonly kind: ParagraphKind
  /** The speaker's name; null if unknown, not wanted, or the same as in the previous block. */
  readonly name: string | null
  /** Null if times are not wanted. */
  readonly startMs: number | null
  /** On one line, trimmed, never empty. */
  readonly text: string
  readonly words: readonly Word[]
}

/** The text of words as in a block. */
export function blockText(words: readonly Word[]): string {
  return onOneLine(paragraphText({ words })).trim()
}

/** Where the n-th word begins or ends in the text of its block, in UTF-16 units of `blockText(words)`. */
export function placeInBlock(words: readonly Word[], n: number, edge: 'start' | 'end'): number {
  const whole = onOneLine(paragraphText({ words }))
  const leading = whole.length - whole.trimStart().length
  const until = paragraphText({ words: words.slice(0, n) }) + (words[n]?.before ?? '')
  const raw = edge === 'start' ? until : until + (words[n]?.text ?? '')
  return Math.min(whole.trim().length, Math.max(0, onOneLine(raw).length - leading))
}

const onOneLine = (text: string): string => text.toWellFormed().replace(/[ \t]*[\r\n]+\s*/g, ' ')

/** The paragraphs that have text, each with its speaker's name if that changes. */
export function textBlocks(
  { transcript }: { readonly transcript: Pick<Transcript, 'speakers' | 'paragraphs'> },
  options: Pick<WriteOptions, 'speakerLabel' | 'speakerNames' | 'times'>,
): TextBlock[] {
  const { speakerLabel, speakerNames: showsNames = true, times = true } = options
  const names = speakerNames(transcript.speakers, speakerLabel)
  const blocks: TextBlock[] = []
  let before: string | null = null
  for (const { kind, speakerId, words } of transcript.paragraphs) {
    const text = blockText(words)
    if (text === '') continue
    const known = speakerId === null || !showsNames ? null : (names.get(speakerId) ?? null)
    const name = known === null || speakerId === before ? null : known
    if (kind === 'speech') before = speakerId
    blocks.push({ kind, name, startMs: times ? (words[0]?.startMs ?? 0) : null, text, words })
  }
  return blocks
}
