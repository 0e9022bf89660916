import { arte } from './arte.ts'
import { bbc } from './bbc.ts'
import { charte } from './charte.ts'
import { netflix } from './netflix.ts'
import { none } from './none.ts'
import { podcast } from './podcast.ts'
import type { Preset } from './preset.ts'
import { vertical } from './vertical.ts'

/** Every preset, in the order of lists. To add one, create its file and list it here. */
const all = [netflix, bbc, charte, arte, podcast, vertical, none] as const satisfies readonly Preset[]

export type PresetId = (typeof all)[number]['id']

export const presetIds = all.map(({ id }) => id) as [PresetId, ...PresetId[]]

export const presets = Object.fromEntries(all.map((preset) => [preset.id, preset])) as unknown as Readonly<
  Record<PresetId, Preset>
>

export function isPresetId(id: string): id is PresetId {
  return presetIds.some((known) => known === id)
}
