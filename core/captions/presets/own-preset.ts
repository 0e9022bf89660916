import {
  areChanges,
  type CaptionNames,
  type CaptionSettings,
  isCaptionNames,
  isFrameRate,
  isPresetName,
} from '../../transcript/caption-settings.ts'
import { type PresetId, isPresetId, presets } from './presets.ts'

/** A preset made by a person, stored in the library's preferences. A transcript stores a copy. */
export interface OwnPreset {
  /** Unique among the person's own. */
  readonly name: string
  /** The preset on which it is based. */
  readonly base: PresetId
  readonly frameRate?: number | null
  readonly names?: CaptionNames
  /** The rules that differ from those of `base`. */
  readonly changes: CaptionSettings['changes']
}

const members: ReadonlySet<string> = new Set(['name', 'base', 'frameRate', 'names', 'changes'])

/**
 * Whether external data is a person's own preset, of limited size. Its rules are checked where captions are
 * made.
 */
export function isOwnPreset(value: unknown): value is OwnPreset {
  if (typeof value !== 'object' || value === null) return false
  if (Object.keys(value).some((key) => !members.has(key))) return false
  const { name, base, frameRate, names, changes } = value as Readonly<Record<string, unknown>>
  return (
    isPresetName(name) &&
    typeof base === 'string' &&
    isPresetId(base) &&
    (frameRate === undefined || isFrameRate(frameRate)) &&
    (names === undefined || isCaptionNames(names)) &&
    areChanges(changes)
  )
}

/** What a transcript stores when a person chooses their own preset. */
export function settingsOfOwn({ name, ...rest }: OwnPreset): CaptionSettings {
  return { preset: name, ...rest }
}

/** What a transcript stores when a person chooses a preset, including its choice of names if it has one. */
export function settingsOfPreset(id: PresetId): CaptionSettings {
  const { names } = presets[id]
  return names === 'never' ? { preset: id, changes: {} } : { preset: id, names, changes: {} }
}
