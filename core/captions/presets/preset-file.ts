import { captionNames, type CaptionNames } from '../caption-names.ts'
import type { CaptionRules, ReadablePoint } from '../caption-rules.ts'
import { isShotRuleId, shotRuleIds } from '../shots/shot-rules.ts'
import { type NumberRule, numberRules } from './number-rules.ts'
import type { Preset } from './preset.ts'
import { isPresetId, presets } from './presets.ts'

/** Thrown for an invalid preset file; the message names the first invalid value. */
export class UnreadablePreset extends Error {
  override readonly name = 'UnreadablePreset'
}

/** Rules that a preset may lack: null removes the one of its base. */
const isOptional = (key: string): boolean =>
  key === 'readable' || (isNumberRule(key) && numberRules[key].isOptional)

/**
 * A preset from the text of a file: a JSON object of `id`, `base` (the preset it is based on, default
 * `netflix`), `frameRate`, `names` and any rule that differs from the base. Throws UnreadablePreset.
 */
export function readPreset(text: string): Preset {
  return presetFrom(presetValues(text))
}

/**
 * The same from values already parsed. Throws UnreadablePreset, as does `rulesFor` if limits contradict each
 * other.
 */
export function presetFrom(given: Readonly<Record<string, unknown>>): Preset {
  const base = baseOf(given['base'])
  const id = given['id'] ?? 'own'
  if (typeof id !== 'string' || id.trim() === '') throw wrong('id', 'a name', id)
  const { frameRate = base.frameRate, names = base.names } = given
  if (frameRate !== null && !isBetween(frameRate, 1, 240))
    throw wrong('frameRate', '1 to 240 or null', frameRate)
  if (!isNames(names)) throw wrong('names', captionNames.join(', '), names)
  const changes = rulesIn(given)
  return {
    id,
    label: () => ({ en: id, fr: id }),
    frameRate,
    names,
    rulesFor: (language) => consistent(withChanges(base.rulesFor(language), changes, id)),
  }
}

/** A preset as the text of a file, with every rule for the language. */
export function writePreset(preset: Preset, language: string): string {
  const { id: _id, costs: _costs, ...rules } = preset.rulesFor(language)
  const { id, frameRate, names } = preset
  return `${JSON.stringify({ id, frameRate, names, ...rules }, null, 2)}\n`
}

/** The members of a file, unchecked. Throws UnreadablePreset if it is not a JSON object. */
export function presetValues(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UnreadablePreset(error instanceof Error ? error.message : String(error), { cause: error })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('', 'an object', value)
  return value as Readonly<Record<string, unknown>>
}

function baseOf(base: unknown): Preset {
  if (base === undefined) return presets.netflix
  if (typeof base !== 'string' || !isPresetId(base))
    throw wrong('base', Object.keys(presets).join(', '), base)
  return presets[base]
}

function rulesIn(given: Readonly<Record<string, unknown>>): Partial<CaptionRules> {
  const { id: _id, base: _base, frameRate: _frameRate, names: _names, ...rules } = given
  for (const [key, value] of Object.entries(rules)) {
    if (value === null && isOptional(key)) continue
    if (isNumberRule(key)) {
      const [least, most] = numberRules[key].range
      if (!isBetween(value, least, most)) throw wrong(key, `${least} to ${most}`, value)
    } else if (key === 'dialogueDash') {
      if (typeof value !== 'string' || value.length > 4) throw wrong(key, 'a short text', value)
    } else if (key === 'isJudged' || key === 'sharesCues') {
      if (typeof value !== 'boolean') throw wrong(key, 'true or false', value)
    } else if (key === 'shots') {
      if (!isShotRuleId(value)) throw wrong(key, shotRuleIds.join(', '), value)
    } else if (key === 'readable') {
      if (!isCurve(value)) throw wrong(key, 'points {ms, characters}, both rising', value)
    } else {
      throw new UnreadablePreset(`${key}: no such rule`)
    }
  }
  return rules
}

function withChanges(rules: CaptionRules, changes: Partial<CaptionRules>, id: string): CaptionRules {
  const all = Object.entries({ ...rules, ...changes, id }).filter(([, value]) => value !== null)
  // Only optional rules can be null.
  return Object.fromEntries(all) as unknown as CaptionRules
}

function consistent(rules: CaptionRules): CaptionRules {
  if (rules.maxDurationMs < rules.minDurationMs)
    throw wrong('maxDurationMs', 'minDurationMs or more', rules.maxDurationMs)
  if (rules.closeGapsUnderMs < rules.gapMs)
    throw wrong('closeGapsUnderMs', 'gapMs or more', rules.closeGapsUnderMs)
  return rules
}

const isNumberRule = (key: string): key is NumberRule => Object.hasOwn(numberRules, key)

const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most

const isNames = (value: unknown): value is CaptionNames => captionNames.some((known) => known === value)

function isCurve(value: unknown): value is readonly ReadablePoint[] {
  if (!Array.isArray(value) || value.length === 0) return false
  let last: ReadablePoint = { ms: 0, characters: 0 }
  for (const point of value as readonly Partial<ReadablePoint>[]) {
    const { ms, characters } = point ?? {}
    if (!isBetween(ms, last.ms + 1, 600_000) || !isBetween(characters, last.characters, 100_000)) return false
    last = { ms, characters }
  }
  return true
}

const wrong = (key: string, expected: string, value: unknown): UnreadablePreset =>
  new UnreadablePreset(`${key === '' ? '' : `${key}: `}${expected} expected, found ${JSON.stringify(value)}`)
