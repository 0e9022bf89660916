import type { Cue } from '../captions/cue.ts'
import type { SpokenWordPart } from '../formats/ass/burned-ass.ts'
import { placedWords } from '../formats/reading/word-stamps.ts'
import type { Word } from '../transcript/transcript.ts'

/** A time in which a caption is shown, and the word that is said then; null before the first, and in other wordings. */
export type SpokenPart = SpokenWordPart

/** A caption's time, divided where words begin; a word lasts until the next one. Without known words it is one part. */
export function spokenParts(cue: Cue, words: ReadonlyMap<string, Word>): readonly SpokenPart[] {
  const parts: SpokenPart[] = []
  let [fromMs, word]: [number, SpokenPart['word']] = [cue.startMs, null]
  for (const placed of placedWords(cue, words)) {
    const { startMs } = placed.word
    if (startMs >= cue.endMs) break
    const atMs = Math.max(fromMs, startMs)
    if (atMs > fromMs) parts.push({ startMs: fromMs, endMs: atMs, word })
    fromMs = atMs
    word = { line: placed.line, from: placed.at, to: placed.end }
  }
  parts.push({ startMs: fromMs, endMs: cue.endMs, word })
  return parts
}
