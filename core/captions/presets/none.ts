import type { Preset } from './preset.ts'
import { presetFor } from './netflix.ts'

/** No rules: new cues are made as for Netflix, and no cue has a problem. */
export const none = {
  id: 'none',
  label: () => ({ en: 'No rules', fr: 'Sans règles' }),
  frameRate: null,
  names: 'never',
  rulesFor: (language) => ({ ...presetFor(language), id: 'none', shots: 'off', isJudged: false }),
} as const satisfies Preset
