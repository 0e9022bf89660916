import type { Cue } from '#core/captions/cues'
import type { CueProblemKind } from '#core/captions/cue-problems'
import { problemKinds } from '#core/captions/problems/problem-kinds'
import { type ReadingSpeed, readingSpeed } from '#core/captions/costs/reading-speed'
import type { FixChoice } from '#core/captions/fixes/fix-choices'
import { secondsOf } from '#core/notation/lengths'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { ProgramLanguage } from '#core/messages/messages'
import { formatDecimals } from '#core/notation/numbers'
import { unquoted } from '../editing/edge-words.ts'
import type { Say } from '../../ui/words.tsx'

/** What a fix of one caption does, in words. */
export function fixWords(
  { kind, gainedMs, nextLaterMs, count, neighbor, words }: FixChoice,
  say: Say,
  language: ProgramLanguage,
): string {
  const gap = nextLaterMs > 0 ? 'gap.later' : gainedMs < 0 ? 'gap.earlier' : 'gap'
  const changedMs = nextLaterMs > 0 ? nextLaterMs : Math.abs(gainedMs)
  return say(`captions.fixes.${kind === 'gap' ? gap : kind}`, {
    seconds: secondsOf(changedMs, language),
    count,
    neighbor: neighbor === null ? '' : neighbor + 1,
    words: unquoted(words),
  })
}

/** Reading speed in the unit of the rules. */
export function speedWords(cue: Cue, rules: CaptionRules, say: Say, language: ProgramLanguage): string {
  return speedText(readingSpeed(cue, rules), say, language)
}

export function speedText({ value, unit }: ReadingSpeed, say: Say, language: ProgramLanguage): string {
  const speed = formatDecimals(value, language)
  return say(unit === 'words' ? 'captions.speed.words' : 'captions.speed', { speed })
}

/** The figure of a caption that a kind of problem concerns; null if it concerns the text or the neighbor. */
export function figureWords(
  kind: CueProblemKind,
  cue: Cue,
  rules: CaptionRules,
  say: Say,
  language: ProgramLanguage,
): string | null {
  switch (problemKinds[kind].about) {
    case 'speed':
      return speedWords(cue, rules, say, language)
    case 'duration':
      return say('captions.shown-for.value', { seconds: secondsOf(cue.endMs - cue.startMs, language) })
    default:
      return null
  }
}
