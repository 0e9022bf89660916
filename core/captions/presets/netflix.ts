import type { CaptionRules } from '../caption-rules.ts'
import { costs } from '../costs/costs.ts'
import type { Preset } from './preset.ts'

/**
 * 42 characters, 2 lines, 5/6 s to 7 s, 2 frames of gap, gaps of 3–11 frames closed to 2, out up to half a second
 * after speech (Netflix general 215758617 §1, timing 360051554394; English 217350977). Frames at 24 a second, rounded
 * up so that 2 frames are never less than 2 frames.
 */
const english: CaptionRules = {
  id: 'netflix-en',
  maxCharactersPerLine: 42,
  maxLines: 2,
  minDurationMs: 834,
  maxDurationMs: 7_000,
  charactersPerSecond: 20,
  gapMs: 84,
  closeGapsUnderMs: 500,
  lingerMs: 500,
  startToleranceMs: 300,
  pauseMs: 1_500,
  dialogueDash: '-',
  costs,
}

/** Netflix French 217351577: 17 characters per second; a space after the dash (§6). */
const french: CaptionRules = { ...english, id: 'netflix-fr', charactersPerSecond: 17, dialogueDash: '- ' }

/** Netflix's rules for a language (ISO 639-1): the French ones for French, else the English ones. */
export function presetFor(language: string): CaptionRules {
  return isFrench(language) ? french : english
}

const isFrench = (language: string): boolean => /^fr(?:$|[-_])/i.test(language)

/** 24 frames per second (Netflix timing 360051554394). */
export const netflix = {
  id: 'netflix',
  label: (language) =>
    isFrench(language)
      ? { en: 'Netflix, French', fr: 'Netflix, français' }
      : { en: 'Netflix, English', fr: 'Netflix, anglais' },
  frameRate: 24,
  names: 'never',
  rulesFor: presetFor,
} as const satisfies Preset
