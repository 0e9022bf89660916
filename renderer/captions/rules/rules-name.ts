import type { OwnPreset } from '#core/captions/presets/own-preset'
import { baseOf, isChanged, settingsOf } from '#core/captions/presets/change-settings'
import { type PresetId, presets } from '#core/captions/presets/presets'
import type { RuledTranscript } from '#core/captions/presets/transcript-rules'
import type { ProgramLanguage } from '#core/messages/messages'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { type Say, useLanguage, useSay } from '../../ui/words.tsx'

/** The name of a preset, which may depend on the language of the captions. */
export function presetName(id: PresetId, language: string, shownIn: ProgramLanguage): string {
  return presets[id].label(language)[shownIn]
}

/** The name of a transcript's rules: a preset or the person's own, and whether numbers were changed. */
function rulesName(
  transcript: RuledTranscript,
  own: readonly OwnPreset[],
  say: Say,
  shownIn: ProgramLanguage,
): string {
  const settings = settingsOf(transcript)
  const name =
    settings.base === undefined ? presetName(baseOf(settings), transcript.language, shownIn) : settings.preset
  return isChanged(settings, own) ? say('captions.rules.changed', { rules: name }) : name
}

/** The name of an open transcript's rules, or of the rules for its captions in another language. */
export function useRulesName(session: TranscriptSession, language: string | null = null): string {
  const say = useSay()
  const shownIn = useLanguage()
  const { captionPresets } = usePreferences()
  return useSession(session, ({ transcript }) =>
    rulesName(language === null ? transcript : { ...transcript, language }, captionPresets, say, shownIn),
  )
}
