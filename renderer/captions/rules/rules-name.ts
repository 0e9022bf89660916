import type { OwnPreset } from '#core/captions/presets/own-preset'
import { isChanged, settingsOf } from '#core/captions/presets/change-settings'
import { type PresetId, presets } from '#core/captions/presets/presets'
import { type RuledTranscript, rulesOf } from '#core/captions/presets/transcript-rules'
import { hasMessage } from '#core/messages/messages'
import { usePreferences } from '../../rpc/queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { type Say, useSay } from '../../ui/words.tsx'

/** The name of a preset; Netflix has separate rules for French. */
export function presetName(id: PresetId, language: string, say: Say): string {
  return namedRules(presets[id].rulesFor(language).id, say)
}

/** The name of a transcript's rules: a preset or the person's own, and whether numbers were changed. */
function rulesName(transcript: RuledTranscript, own: readonly OwnPreset[], say: Say): string {
  const settings = settingsOf(transcript)
  const name = settings.base === undefined ? namedRules(rulesOf(transcript).id, say) : settings.preset
  return isChanged(settings, own) ? say('captions.rules.changed', { rules: name }) : name
}

/** The name of an open transcript's rules, or of the rules for its captions in another language. */
export function useRulesName(session: TranscriptSession, language: string | null = null): string {
  const say = useSay()
  const { captionPresets } = usePreferences()
  return useSession(session, ({ transcript }) =>
    rulesName(language === null ? transcript : { ...transcript, language }, captionPresets, say),
  )
}

function namedRules(id: string, say: Say): string {
  const key = `captions.preset.${id}`
  return hasMessage(key) ? say(key) : id
}
