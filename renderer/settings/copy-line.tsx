import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Switch } from '../ui/switch.tsx'
import { useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'

/** A browser does not give the path of a file, so that it is always copied. */
export function CopyLine() {
  const say = useSay()
  const host = useHost()
  const { copyOriginals } = usePreferences()
  const change = useChangePreferences()
  return (
    <Option
      name={say('folders.copy')}
      hint={say(host.kind === 'browser' ? 'folders.copy.browser' : 'folders.copy.hint')}
    >
      <Switch
        label={say('folders.copy')}
        on={copyOriginals || host.kind === 'browser'}
        disabled={host.kind === 'browser'}
        onChange={(on) => change({ copyOriginals: on })}
      />
    </Option>
  )
}
