import { areChanges, isPresetName } from '../../transcript/caption-settings.ts'
import type { OwnPreset } from './own-preset.ts'
import { presetFrom, presetValues, UnreadablePreset } from './preset-file.ts'
import { isPresetId } from './presets.ts'

/**
 * Reads a file of rules as a person's own preset; its name is the file's `id`. Throws UnreadablePreset,
 * including when its limits contradict each other in the language.
 */
export function readOwnPreset(text: string, language: string): OwnPreset {
  const values = presetValues(text)
  const { id, base = 'netflix', frameRate: _, names: __, ...changes } = values
  const preset = presetFrom(values)
  preset.rulesFor(language)
  const { id: name, frameRate, names } = preset
  if (!isPresetName(name)) throw new UnreadablePreset(`id: a name of at most 100 characters expected`)
  // Other invalid values cannot occur: presetFrom has already checked both.
  if (typeof base !== 'string' || !isPresetId(base) || !areChanges(changes))
    throw new UnreadablePreset('too many rules')
  const isNamed = id !== undefined
  return {
    name: isNamed ? name : 'own',
    base,
    ...(values['frameRate'] === undefined ? {} : { frameRate }),
    ...(values['names'] === undefined ? {} : { names }),
    changes,
  }
}
