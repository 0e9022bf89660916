import { sameRecord } from '../../edits/same.ts'
import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import type { JsonValue } from '../../transcript/json-value.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { type OwnPreset, settingsOfOwn, settingsOfPreset } from './own-preset.ts'
import { numberRules } from './number-rules.ts'
import { type PresetId, isPresetId, presets } from './presets.ts'
import { presetOf, type RuledTranscript } from './transcript-rules.ts'

/** New values of rules; null removes an optional rule. */
export type RuleChanges = { readonly [Rule in keyof CaptionRules]?: JsonValue }

/** The settings from which a change starts: `netflix` if a transcript has none, or unreadable ones. */
export function settingsOf(transcript: RuledTranscript): CaptionSettings {
  const { captionRules } = transcript
  const isReadable = captionRules !== undefined && presetOf(transcript) !== presets.netflix
  return isReadable ? captionRules : settingsOfPreset('netflix')
}

/** The preset on which settings are based. */
export function baseOf({ preset, base = preset }: CaptionSettings): PresetId {
  return isPresetId(base) ? base : 'netflix'
}

/** Settings with some rules changed; values equal to the preset's are not stored. */
export function withRules(settings: CaptionSettings, language: string, given: RuleChanges): CaptionSettings {
  const usual: Readonly<Record<string, unknown>> = { ...presets[baseOf(settings)].rulesFor(language) }
  const all = Object.entries<JsonValue>({ ...settings.changes, ...given })
  const changes = all.filter(([rule, value]) => !isSame(value, usual[rule] ?? null))
  return { ...settings, changes: Object.fromEntries(changes) }
}

/** Settings with another frame rate; null for none. A gap of whole frames keeps its number of frames. */
export function withFrameRate(
  settings: CaptionSettings,
  transcript: RuledTranscript,
  frameRate: number | null,
): CaptionSettings {
  const { language } = transcript
  const preset = presetOf({ language, captionRules: settings })
  const { gapMs, closeGapsUnderMs } = preset.rulesFor(language)
  const frames = framesOf(gapMs, preset.frameRate)
  const { frameRate: _, ...others } = settings
  const isUsual = frameRate === presets[baseOf(settings)].frameRate
  const changed = isUsual ? others : { ...others, frameRate }
  if (frames === null || frames === 0 || frameRate === null) return changed
  const newGapMs = msOfFrames(frames, frameRate)
  if (newGapMs > numberRules.gapMs.range[1]) return changed
  return withRules(changed, language, {
    gapMs: newGapMs,
    closeGapsUnderMs: Math.max(newGapMs, closeGapsUnderMs),
  })
}

/** The number of whole frames that last this long, rounded up to ms; null if there is none. */
export function framesOf(ms: number, frameRate: number | null): number | null {
  if (frameRate === null) return null
  const frames = Math.round((ms * frameRate) / 1_000)
  return Math.abs(msOfFrames(frames, frameRate) - ms) <= 1 ? frames : null
}

/** Never less than the frames last: two at 24 per second are 84 ms. */
export const msOfFrames = (frames: number, frameRate: number): number =>
  Math.ceil((frames * 1_000) / frameRate - 1e-9)

/** The settings as they were when the preset was chosen. */
export function resetSettings(settings: CaptionSettings, own: readonly OwnPreset[]): CaptionSettings {
  if (settings.base === undefined) return settingsOfPreset(baseOf(settings))
  const known = own.find(({ name }) => name === settings.preset)
  return known === undefined ? settingsOfPreset(baseOf(settings)) : settingsOfOwn(known)
}

/** Whether anything differs from the chosen preset. */
export function isChanged(settings: CaptionSettings, own: readonly OwnPreset[]): boolean {
  return !isSame(settings, resetSettings(settings, own))
}

/** A person's own preset with the numbers of these settings. */
export function ownPresetOf(settings: CaptionSettings, name: string): OwnPreset {
  const { preset: _, base: __, ...rest } = settings
  return { name, base: baseOf(settings), ...rest }
}

/** A name that none of the person's own presets has: `Films`, else `Films 2`. */
export function freeName(name: string, own: readonly OwnPreset[]): string {
  const taken = new Set(own.map((preset) => preset.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name.slice(0, 95)} ${number}`
  return free
}

function isSame(a: unknown, b: unknown): boolean {
  return sameRecord({ value: a }, { value: b })
}
