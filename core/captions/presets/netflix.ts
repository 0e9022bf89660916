import type { ProgramLanguage } from '../../language/program-language.ts'
import { languageNameIn } from '../../language/language-name.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { hasOwnGuide, type NetflixAudience, netflixRules, plainLanguage } from './netflix-rules.ts'
import type { Preset } from './preset.ts'

/** Netflix's rules for a language (ISO 639-1), for adults who hear. */
export const presetFor = (language: string): CaptionRules => netflixRules(language, 'adults')

/** 24 frames per second (Netflix timing 360051554394). */
export const netflix = {
  id: 'netflix',
  label: (language) => labels(language, 'adults'),
  frameRate: 24,
  names: 'never',
  rulesFor: presetFor,
} as const satisfies Preset

/** Programs for children: slower. */
export const netflixChildren = {
  id: 'netflix-children',
  label: (language) => labels(language, 'children'),
  frameRate: 24,
  names: 'never',
  rulesFor: (language) => netflixRules(language, 'children'),
} as const satisfies Preset

/** For people who do not hear: faster, as sounds take room. Who is not seen is named by hand (219375728). */
export const netflixSdh = {
  id: 'netflix-sdh',
  label: (language) => labels(language, 'sdh'),
  frameRate: 24,
  names: 'never',
  rulesFor: (language) => netflixRules(language, 'sdh'),
} as const satisfies Preset

const audiences: Readonly<Record<NetflixAudience, Readonly<Record<ProgramLanguage, string | null>>>> = {
  adults: { en: null, fr: null },
  children: { en: 'children', fr: 'enfants' },
  sdh: { en: 'SDH', fr: 'sourds et malentendants' },
}

const general: Readonly<Record<ProgramLanguage, string>> = { en: 'general rules', fr: 'règles générales' }

function labels(language: string, audience: NetflixAudience): Readonly<Record<ProgramLanguage, string>> {
  const inLanguage = (shownIn: ProgramLanguage): string => {
    const parts = ['Netflix', languageNameIn(plainLanguage(language), shownIn), audiences[audience][shownIn]]
    const name = parts.filter((part) => part !== null).join(', ')
    return hasOwnGuide(language) ? name : `${name} (${general[shownIn]})`
  }
  return { en: inLanguage('en'), fr: inLanguage('fr') }
}
