import { baseOf, freeName, ownPresetOf } from '#core/captions/presets/change-settings'
import {
  ownRulesId,
  type RecordingKind,
  kindsWithRules,
  withDefaultRules,
  withoutRules,
  withRulesRenamed,
} from '#core/captions/presets/default-rules'
import { type OwnPreset, settingsOfOwn } from '#core/captions/presets/own-preset'
import { readOwnPreset } from '#core/captions/presets/own-preset-file'
import { UnreadablePreset, writePreset } from '#core/captions/presets/preset-file'
import { legalFileName } from '#core/formats/legal-file-name'
import { useChangePreferences } from '../../session/change-preferences.ts'
import { pickFiles } from '../../rpc/pick-files.ts'
import { usePreferences, useReadPreferences } from '../../rpc/preferences-queries.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'
import type { RulesEditor } from './use-rules-editor.ts'

export interface OwnPresets {
  readonly all: readonly OwnPreset[]
  /** The preset that the transcript's rules come from, if it is one of them. */
  readonly chosen: OwnPreset | undefined
  readonly isTaken: (name: string) => boolean
  readonly save: (name: string) => void
  readonly rename: (name: string) => void
  readonly remove: () => void
  /** False for rules of a preset that was deleted. */
  readonly canBeDefault: boolean
  /** The kinds of new recordings that get these rules. */
  readonly defaultFor: readonly RecordingKind[]
  readonly toggleDefault: (kind: RecordingKind) => void
  /** Resolves to what is wrong with the file; null if it was read or none was chosen. */
  readonly readFromFile: () => Promise<string | null>
  readonly writeToFile: () => Promise<void>
}

/** The person's own presets, kept in the preferences. */
export function useOwnPresets(editor: RulesEditor): OwnPresets {
  const say = useSay()
  const host = useHost()
  const { captionPresets: all, captionRulesByKind: byKind } = usePreferences()
  const setPreferences = useChangePreferences()
  const readPreferences = useReadPreferences()
  const { settings, preset, language } = editor
  const chosen = settings.base === undefined ? undefined : all.find(({ name }) => name === settings.preset)
  const keep = (captionPresets: readonly OwnPreset[]): void => setPreferences({ captionPresets })
  const choose = (own: OwnPreset): void => {
    editor.startVisit()
    editor.change(() => settingsOfOwn(own))
  }
  const id = settings.base === undefined ? baseOf(settings) : ownRulesId(settings.preset)
  /** A transcript keeps the rules of a preset that was deleted. */
  const isThere = settings.base === undefined || chosen !== undefined
  return {
    all,
    chosen,
    canBeDefault: isThere,
    defaultFor: isThere ? kindsWithRules(byKind, id) : [],
    toggleDefault: (kind) => setPreferences({ captionRulesByKind: withDefaultRules(byKind, kind, id) }),
    isTaken: (name) => all.some((own) => own.name === name),
    save: (name) => {
      const own = ownPresetOf(settings, name)
      keep([...all, own])
      choose(own)
    },
    rename: (name) => {
      if (chosen === undefined) return
      setPreferences({
        captionPresets: all.map((own) => (own === chosen ? { ...own, name } : own)),
        captionRulesByKind: withRulesRenamed(byKind, chosen.name, name),
      })
      editor.startVisit()
      editor.change((before) => ({ ...before, preset: name }))
    },
    remove: () => {
      if (chosen === undefined) return
      setPreferences({
        captionPresets: all.filter((own) => own !== chosen),
        captionRulesByKind: withoutRules(byKind, chosen.name),
      })
      const kinds = kindsWithRules(byKind, ownRulesId(chosen.name))
      toast.show({
        text: say('captions.rules.deleted', { name: chosen.name }),
        action: {
          label: say('editor.undo'),
          run: () => {
            const { captionPresets: now, captionRulesByKind: others } = readPreferences()
            const name = freeName(chosen.name, now)
            const again = Object.fromEntries(kinds.map((kind) => [kind, ownRulesId(name)]))
            setPreferences({
              captionPresets: [...now, { ...chosen, name }],
              captionRulesByKind: { ...again, ...others },
            })
          },
        },
      })
    },
    readFromFile: async () => {
      const [file] = await pickFiles({ several: false, accept: '.json,application/json' })
      if (file === undefined) return null
      try {
        const read = readOwnPreset(await file.text(), language)
        const own = { ...read, name: freeName(read.name, all) }
        keep([...all, own])
        choose(own)
        return null
      } catch (error) {
        if (error instanceof UnreadablePreset) return error.message
        throw error
      }
    },
    writeToFile: async () => {
      await host.saveFile({
        fileName: legalFileName(settings.preset, '.json', 'rules'),
        mediaType: 'application/json',
        bytes: new TextEncoder().encode(writePreset(preset, language)),
      })
    },
  }
}
