import type { Cue } from '../cues.ts'
import type { WordOrder } from '../edits/word-order.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { type ReadingSpeed, readingSpeed } from '../costs/reading-speed.ts'

/**
 * How fast a cue's words were said, in the measure of the rules, if that alone is faster than the rules allow: no
 * times can make such a cue slow enough unless its neighbors leave it silence. Null otherwise.
 */
export function tooFastSpeech(cue: Cue, order: WordOrder, rules: CaptionRules): ReadingSpeed | null {
  const words = [...order.placesOf(cue.wordIds).values()].flatMap((place) => order.at(place) ?? [])
  const [first] = words
  if (first === undefined) return null
  // Words of two voices at once are not in the order of time.
  const startMs = words.reduce((least, word) => Math.min(least, word.startMs), first.startMs)
  const endMs = words.reduce((most, word) => Math.max(most, word.endMs), first.endMs)
  const speed = readingSpeed({ ...cue, startMs, endMs }, rules)
  return speed.limit !== null && speed.value > speed.limit ? speed : null
}
