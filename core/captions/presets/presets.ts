import { allPresets } from './all-presets.ts'
import type { Preset } from './preset.ts'

export type PresetId = (typeof allPresets)[number]['id']

export const presetIds = allPresets.map(({ id }) => id) as [PresetId, ...PresetId[]]

export const presets = Object.fromEntries(
  allPresets.map((preset) => [preset.id, preset]),
) as unknown as Readonly<Record<PresetId, Preset>>

export function isPresetId(id: string): id is PresetId {
  return presetIds.some((known) => known === id)
}
