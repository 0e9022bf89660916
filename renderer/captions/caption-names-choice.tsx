import type { CaptionNames } from '#core/captions/caption-names'
import { usePreferences } from '../rpc/queries.ts'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import { Select } from '../ui/select.tsx'
import { useSay } from '../ui/words.tsx'

/** Whether captions contain speaker names: one choice for display and export. */
export function CaptionNamesChoice() {
  const say = useSay()
  const { captionNames } = usePreferences()
  const change = useChangePreferences()
  const choices: readonly CaptionNames[] = ['never', 'change', 'always']
  return (
    <Select
      size="small"
      label={say('captions.names')}
      choices={choices.map((id) => ({ id, label: say(`captions.names.${id}`) }))}
      chosen={captionNames}
      onChoose={(id) => change({ captionNames: id })}
    />
  )
}
