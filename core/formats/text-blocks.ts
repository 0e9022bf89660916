import { paragraphText, type ParagraphKind, type Transcript } from '../transcript/transcript.ts'
import type { WriteOptions } from './format.ts'
import { speakerNames } from '../transcript/speaker-names.ts'

/** A paragraph as a format to be read shows it. */
export interface TextBlock {
  readonly kind: ParagraphKind
  /** Who speaks; null where nobody is known, or it is not wanted or said just before. */
  readonly name: string | null
  /** Null where times are not wanted. */
  readonly startMs: number | null
  /** On one line, without space at its ends, never empty. */
  readonly text: string
}

/** The paragraphs that have a text; each names its speaker where that is another one than before. */
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
