import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import { type OwnPreset, settingsOfOwn, settingsOfPreset } from './own-preset.ts'
import { isPresetId } from './presets.ts'

/** Kinds of recordings that can have default rules of their own: without a picture, a wide one, a tall one. */
export const recordingKinds = ['sound', 'film', 'vertical'] as const
export type RecordingKind = (typeof recordingKinds)[number]

/** The default of each kind: a preset's id, or `ownRulesId`; without an entry, the program's default. */
export type RulesByKind = Readonly<Partial<Record<RecordingKind, string>>>

/** One of a person's own presets may have the name of a built-in one. */
export const ownRulesId = (name: string): string => `own ${name}`

/** What a transcript stores when rules are chosen by their id; null for own ones that no longer exist. */
export function settingsOfRules(id: string, own: readonly OwnPreset[]): CaptionSettings | null {
  if (isPresetId(id)) return settingsOfPreset(id)
  const preset = own.find(({ name }) => ownRulesId(name) === id)
  return preset === undefined ? null : settingsOfOwn(preset)
}

/** With these rules as the default of a kind, or no longer if they are. */
export function withDefaultRules(byKind: RulesByKind, kind: RecordingKind, id: string): RulesByKind {
  const { [kind]: before, ...others } = byKind
  return before === id ? others : { ...others, [kind]: id }
}

/** After one of a person's own presets got another name. */
export function withRulesRenamed(byKind: RulesByKind, from: string, to: string): RulesByKind {
  const renamed = Object.entries(byKind).map(([kind, id]) => [
    kind,
    id === ownRulesId(from) ? ownRulesId(to) : id,
  ])
  return Object.fromEntries(renamed) as RulesByKind
}

/** The kinds whose default these rules are. */
export const kindsWithRules = (byKind: RulesByKind, id: string): RecordingKind[] =>
  recordingKinds.filter((kind) => byKind[kind] === id)

/** After one of a person's own presets was deleted. */
export const withoutRules = (byKind: RulesByKind, name: string): RulesByKind =>
  Object.fromEntries(Object.entries(byKind).filter(([, id]) => id !== ownRulesId(name))) as RulesByKind
