import type { Cue } from '#core/captions/cues'
import { cueFacts, type CueProblemKind } from '#core/captions/cue-problems'
import type { FixChoice } from '#core/captions/fixes/fix-choices'
import { secondsOf } from '#core/captions/problem-words'
import { wordCount } from '#core/captions/reading-time'
import type { CaptionRules } from '#core/captions/rules'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Say } from '../../ui/words.tsx'

/** What a fix of one caption does, in words. */
export function fixWords(
  { kind, gainedMs, count, neighbor, words }: FixChoice,
  say: Say,
  language: ProgramLanguage,
): string {
  return say(`captions.fixes.${kind}`, {
    seconds: secondsOf(gainedMs, language),
    count,
    neighbor: neighbor === null ? '' : neighbor + 1,
    words,
  })
}

/** Reading speed in the unit of the rules. */
export function speedWords(cue: Cue, { wordsPerMinute, readable }: CaptionRules, say: Say): string {
  const { durationMs, charactersPerSecond } = cueFacts(cue)
  if (wordsPerMinute === undefined || readable !== undefined)
    return say('captions.speed', { speed: Math.round(charactersPerSecond) })
  const speed = Math.round((wordCount(cue) * 60_000) / Math.max(1, durationMs))
  return say('captions.speed.words', { speed })
}

/** The figure of a caption that a kind of problem is about; null where it is about its text or its neighbor. */
export function figureWords(
  kind: CueProblemKind,
  cue: Cue,
  rules: CaptionRules,
  say: Say,
  language: ProgramLanguage,
): string | null {
  switch (kind) {
    case 'too-fast':
    case 'too-many-words':
      return speedWords(cue, rules, say)
    case 'too-short':
    case 'too-long':
      return say('captions.shown-for.value', { seconds: secondsOf(cue.endMs - cue.startMs, language) })
    default:
      return null
  }
}
