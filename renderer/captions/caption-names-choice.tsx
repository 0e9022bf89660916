import { type CaptionNames, captionNames } from '#core/captions/caption-names'
import { settingsOf } from '#core/captions/presets/change-settings'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { Select } from '../ui/select.tsx'
import { useSay } from '../ui/words.tsx'

/**
 * Whether captions contain speaker names, for display and export: the preference, unless the rules of the
 * open transcript set it.
 */
export function CaptionNamesChoice({ session }: { readonly session?: TranscriptSession | undefined }) {
  return session === undefined ? <PreferredNames /> : <NamesOfTranscript session={session} />
}

function NamesOfTranscript({ session }: { readonly session: TranscriptSession }) {
  const names = useSession(session, ({ transcript }) => transcript.captionRules?.names)
  if (names === undefined) return <PreferredNames />
  const choose = (next: CaptionNames): void => {
    const rules = { ...settingsOf(session.state.transcript), names: next }
    session.apply([{ kind: 'set-caption-rules', id: session.newId(), rules }], { origin: 'captions' })
  }
  return <Choice chosen={names} onChoose={choose} />
}

function PreferredNames() {
  const { captionNames: preferred } = usePreferences()
  const change = useChangePreferences()
  return <Choice chosen={preferred} onChoose={(names) => change({ captionNames: names })} />
}

interface ChoiceProps {
  readonly chosen: CaptionNames
  readonly onChoose: (names: CaptionNames) => void
}

function Choice({ chosen, onChoose }: ChoiceProps) {
  const say = useSay()
  return (
    <Select
      size="small"
      label={say('captions.names')}
      choices={captionNames.map((id) => ({ id, label: say(`captions.names.${id}`) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}
