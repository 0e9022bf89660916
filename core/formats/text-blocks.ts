import { paragraphText, type ParagraphKind, type Transcript } from '../transcript/transcript.ts'
import type { WriteOptions } from './format.ts'
import { speakerNames } from '../transcript/speaker-names.ts'

/** A paragraph as shown in a readable format. */
export interface TextBlock {
  readonly kind: ParagraphKind
  /** The speaker's name; null if unknown, not wanted, or the same as in the previous block. */
  readonly name: string | null
  /** Null if times are not wanted. */
  readonly startMs: number | null
  /** On one line, trimmed, never empty. */
  readonly text: string
}

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
    const text = paragraphText({ words })
      .toWellFormed()
      .replace(/[ \t]*[\r\n]+\s*/g, ' ')
      .trim()
    if (text === '') continue
    const known = speakerId === null || !showsNames ? null : (names.get(speakerId) ?? null)
    const name = known === null || speakerId === before ? null : known
    if (kind === 'speech') before = speakerId
    blocks.push({ kind, name, startMs: times ? (words[0]?.startMs ?? 0) : null, text })
  }
  return blocks
}
