import { type CaptionSettings, isCaptionSettings } from '../../transcript/caption-settings.ts'
import { type CaptionTiming, isCaptionTiming, storedTiming } from '../../transcript/caption-timing.ts'
import { isStoredFillers, type StoredFillers } from '../../transcript/filler-choice.ts'
import { isStoredNumbers, type StoredNumbers } from '../../transcript/number-choice.ts'
import type { JsonObject } from '../format.ts'
import { extraKeys } from './json-extra.ts'
import { isObject, JsonFields, type Reading } from './json-fields.ts'

/**
 * The caption rules in a file, null for the default ones. Invalid ones are dropped and reported: they are no
 * reason to refuse a transcript.
 */
export function readCaptionRules(root: JsonFields, reading: Reading): CaptionSettings | null {
  const value = root.raw('captionRules')
  if (value === undefined) return null
  if (isObject(value)) {
    const fields = new JsonFields(value, root.at('captionRules'), reading.correct)
    const settings = knownMembers(fields)
    if (isCaptionSettings(settings)) {
      reading.keep(extraKeys.captionRules, fields)
      return settings
    }
  }
  reading.correct({ code: 'default-filled', line: null, detail: root.at('captionRules') })
  return null
}

/** When a file's captions are shown, null: when their words are said; an invalid timing is dropped and reported. */
export function readCaptionTiming(root: JsonFields, reading: Reading): CaptionTiming | null {
  const value = root.raw('captionTiming')
  if (value === undefined) return null
  if (isObject(value)) {
    const fields = new JsonFields(value, root.at('captionTiming'), reading.correct)
    const timing = { offsetMs: fields.raw('offsetMs') ?? 0, ratio: fields.raw('ratio') ?? 1 }
    if (isCaptionTiming(timing)) {
      reading.keep(extraKeys.captionTiming, fields)
      return storedTiming(timing)
    }
  }
  reading.correct({ code: 'default-filled', line: null, detail: root.at('captionTiming') })
  return null
}

/** Whether a file hides fillers, null: shown; an unknown choice is dropped and reported. */
export function readFillers(root: JsonFields, { correct }: Reading): StoredFillers | null {
  const value = root.raw('fillers')
  if (value === undefined || value === 'shown') return null
  if (isStoredFillers(value)) return value
  correct({ code: 'default-filled', line: null, detail: root.at('fillers') })
  return null
}

/** How a file writes numbers, null: as spoken; an unknown choice is dropped and reported. */
export function readNumbers(root: JsonFields, { correct }: Reading): StoredNumbers | null {
  const value = root.raw('numbers')
  if (value === undefined || value === 'spoken') return null
  if (isStoredNumbers(value)) return value
  correct({ code: 'default-filled', line: null, detail: root.at('numbers') })
  return null
}

function knownMembers(fields: JsonFields): JsonObject {
  const names = ['preset', 'base', 'frameRate', 'names', 'changes']
  const known = names.flatMap((name) => {
    const value = fields.raw(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { changes: {}, ...Object.fromEntries(known) }
}
