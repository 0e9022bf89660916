import type { CaptionRules } from '../caption-rules.ts'
import { costs } from '../costs/costs.ts'

/** Who the captions are for; `sdh`: people who do not hear the sound. */
export type NetflixAudience = 'adults' | 'children' | 'sdh'

/**
 * 42 characters, 2 lines, 5/6 s to 7 s, 2 frames of gap, gaps of 3–11 frames closed to 2, out up to half a second
 * after speech, shots by §2 of the timing guide (Netflix general 215758617 §1, timing 360051554394; English 217350977). Frames at 24 a second, rounded
 * up so that 2 frames are never less than 2 frames.
 */
const common = {
  maxCharactersPerLine: 42,
  maxLines: 2,
  minDurationMs: 834,
  maxDurationMs: 7_000,
  gapMs: 84,
  closeGapsUnderMs: 500,
  lingerMs: 500,
  startToleranceMs: 300,
  pauseMs: 1_500,
  shots: 'netflix',
  costs,
} as const

type Speeds = Readonly<Record<NetflixAudience, number>>

/** English 217350977: 20 and 17 characters per second, 20 for people who do not hear too. */
const ENGLISH: Speeds = { adults: 20, children: 17, sdh: 20 }
/** French 217351577: 17 and 13; 20 for people who do not hear (Subtitle Edit's quality check). The same elsewhere. */
const OTHERS: Speeds = { adults: 17, children: 13, sdh: 20 }

/** Scripts whose characters hold a syllable or a word: speeds of Subtitle Edit's quality check. */
const OTHER_SCRIPTS: Readonly<Record<string, Speeds>> = {
  ja: { adults: 4, children: 4, sdh: 7 },
  ko: { adults: 12, children: 9, sdh: 14 },
  zh: { adults: 9, children: 7, sdh: 11 },
}

/** Lengths of lines from the same check; 42 in Latin and Cyrillic script. */
const LINES: Readonly<Record<string, number>> = { ja: 13, ko: 16, zh: 16, th: 35 }

const known = new Map<string, CaptionRules>()

/** Netflix's rules for a language (ISO 639-1, with or without a region); the same object for the same language. */
export function netflixRules(language: string, audience: NetflixAudience): CaptionRules {
  const plain = plainLanguage(language)
  const id = audience === 'adults' ? `netflix-${plain}` : `netflix-${audience}-${plain}`
  const before = known.get(id)
  if (before !== undefined) return before
  const speeds = plain === 'en' ? ENGLISH : (OTHER_SCRIPTS[plain] ?? OTHERS)
  const rules: CaptionRules = {
    ...common,
    id,
    maxCharactersPerLine: LINES[plain] ?? common.maxCharactersPerLine,
    charactersPerSecond: speeds[audience],
    // French 217351577 §6: a space after the dash.
    dialogueDash: plain === 'fr' ? '- ' : '-',
  }
  known.set(id, rules)
  return rules
}

/** Languages whose own guide was read; the others have what the guides have in common. */
export const hasOwnGuide = (language: string): boolean => ['en', 'fr'].includes(plainLanguage(language))

/** Without a region. Unreadable codes share one entry, so that files cannot fill the memory. */
export function plainLanguage(language: string): string {
  const [plain = ''] = language.toLowerCase().split(/[-_]/)
  return /^[a-z]{2,3}$/.test(plain) ? plain : 'und'
}
