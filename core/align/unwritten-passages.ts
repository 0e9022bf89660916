import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { alignWords } from './align-words.ts'
import type { AlignedWord } from './aligned-words.ts'

/** Recognized speech that a text lacks, and where it belongs. */
export interface UnwrittenPassage extends TimeSpan {
  readonly text: string
  /** The recognized words, in order. */
  readonly words: readonly Word[]
  /** Their speaker; null if unknown. */
  readonly speakerId: string | null
  /** The word of the text after which they belong; null: at the start. */
  readonly afterWordId: string | null
  /** The word of the text before which they belong; null: at the end. */
  readonly beforeWordId: string | null
}

/**
 * The recognized speech that a transcript's text lacks, in order. Times are ms; `durationMs`: of the
 * recording.
 */
export function unwrittenPassages(
  text: Transcript,
  recognized: Transcript,
  durationMs: number,
): UnwrittenPassage[] {
  const own = text.paragraphs.filter(({ kind }) => kind === 'speech').flatMap(({ words }) => words)
  const spoken = recognized.paragraphs
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ words, speakerId }) => words.map((word) => ({ word, speakerId })))
  const starts = startsOf(text)
  const { words, unwritten } = alignWords(
    own.map((word) => word.text),
    spoken.map(({ word }) => word),
    { durationMs, speech: recognized.turns, starts },
  )
  return unwritten.flatMap(({ from, to }): UnwrittenPassage[] => {
    const passage = spoken.slice(from, to)
    const [first] = passage
    const last = passage.at(-1)
    if (first === undefined || last === undefined) return []
    const next = firstFrom(words, to)
    return [
      {
        startMs: first.word.startMs,
        endMs: last.word.endMs,
        text: textOf(passage.map(({ word }) => word)),
        words: passage.map(({ word }) => word),
        speakerId: first.speakerId,
        afterWordId: own[(next ?? own.length) - 1]?.id ?? null,
        beforeWordId: own[next ?? own.length]?.id ?? null,
      },
    ]
  })
}

function startsOf({ paragraphs }: Transcript): ReadonlySet<number> {
  const starts = new Set<number>()
  let count = 0
  for (const { kind, words } of paragraphs) {
    if (kind !== 'speech') continue
    starts.add(count)
    count += words.length
  }
  return starts
}

/** The first word of the text that matches a recognized one at or after `place`; null if none. */
function firstFrom(words: readonly AlignedWord[], place: number): number | null {
  const index = words.findIndex(({ recognized }) => recognized !== null && recognized >= place)
  return index < 0 ? null : index
}

function textOf(words: readonly Word[]): string {
  const text = words.map((word, index) => (index === 0 ? '' : word.before || ' ') + word.text).join('')
  return text.replaceAll(/\s+/gu, ' ').trim()
}
