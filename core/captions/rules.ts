export type { CaptionCosts, CaptionRules } from './caption-rules.ts'
export { presetFor } from './presets/netflix.ts'
