import type { StoredFillers } from './filler-choice.ts'
import type { JsonValue } from './json-value.ts'
import type { StoredNumbers } from './number-choice.ts'

/** When captions put a speaker's name before the words. Unnamed speakers are never shown. */
export const captionNames = ['never', 'change', 'always'] as const
export type CaptionNames = (typeof captionNames)[number]

/**
 * The caption rules chosen for a transcript, independent of the library: a file that contains them has the
 * same captions.
 */
export interface CaptionSettings {
  /** Id of a preset, or with `base` the name of a person's own preset. */
  readonly preset: string
  /** Id of the preset on which an own preset is based. */
  readonly base?: string
  /** Frames per second, null for none; defaults to the preset's. */
  readonly frameRate?: number | null
  /** Speaker names in the text of captions; defaults to the person's preference. */
  readonly names?: CaptionNames
  /** The rules that differ from the preset's, by their names in CaptionRules; checked where captions are made. */
  readonly changes: Readonly<Record<string, JsonValue>>
}

/** Limits for external data; lists already truncate a name of 100 characters. */
const MAX_NAME = 100
const MAX_CHANGES = 50
const MAX_CHANGES_LENGTH = 10_000

const members: ReadonlySet<string> = new Set(['preset', 'base', 'frameRate', 'names', 'changes'])

/** Whether a value has the shape and size of settings. Its preset and rules may still be unknown to this version. */
export function isCaptionSettings(value: unknown): value is CaptionSettings {
  if (!isRecord(value) || Object.keys(value).some((key) => !members.has(key))) return false
  const { preset, base, frameRate, names, changes } = value
  return (
    isPresetName(preset) &&
    (base === undefined || isPresetName(base)) &&
    (frameRate === undefined || isFrameRate(frameRate)) &&
    (names === undefined || isCaptionNames(names)) &&
    areChanges(changes)
  )
}

export const isPresetName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_NAME

export const isFrameRate = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && value >= 1 && value <= 240)

export const isCaptionNames = (value: unknown): value is CaptionNames =>
  captionNames.some((known) => known === value)

export function areChanges(value: unknown): value is CaptionSettings['changes'] {
  if (!isRecord(value)) return false
  return Object.keys(value).length <= MAX_CHANGES && JSON.stringify(value).length <= MAX_CHANGES_LENGTH
}

/**
 * The transcript with these settings, null for none, always at the same position: equal transcripts have
 * equal bytes.
 */
export function withCaptionRules<
  Given extends {
    readonly captionRules?: CaptionSettings
    readonly fillers?: StoredFillers
    readonly numbers?: StoredNumbers
  },
>(transcript: Given, settings: CaptionSettings | null): Given {
  const { captionRules: _, fillers, numbers, ...rest } = transcript
  // The compiler does not know that nothing but the optional member was removed.
  return {
    ...rest,
    ...(settings === null ? {} : { captionRules: settings }),
    ...(fillers === undefined ? {} : { fillers }),
    ...(numbers === undefined ? {} : { numbers }),
  } as Given
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
