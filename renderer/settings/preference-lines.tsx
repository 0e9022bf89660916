import type { SettingsSection } from '#core/preferences/settings-sections'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'
import { ownLines } from './own-lines.tsx'
import { PreferenceControl } from './preference-control.tsx'
import { type PlacedPreference, shownPreferences } from './shown-preferences.ts'

/** The lines of all preferences that are in this section of the settings. */
export function PreferenceLines({ section }: { readonly section: SettingsSection }) {
  return shownPreferences(section).map((placed) => {
    if (typeof placed !== 'string')
      return <PreferenceLine key={placed.member ?? placed.name} placed={placed} />
    const OwnLine = ownLines[placed]
    return <OwnLine key={placed} />
  })
}

function PreferenceLine({ placed }: { readonly placed: PlacedPreference }) {
  const say = useSay()
  const [value, set] = usePreference(placed)
  const { preference } = placed
  const { name, hint } = preference.line
  return (
    <Option name={say(name)} hint={hint === undefined ? undefined : say(hint)}>
      <PreferenceControl preference={preference} value={value} onChange={set} />
    </Option>
  )
}

/** The present value, and what changes it. */
function usePreference({ name, member }: PlacedPreference): [unknown, (value: unknown) => void] {
  const values: Readonly<Record<string, unknown>> = usePreferences()
  const change = useChangePreferences()
  const put = (value: unknown): void => change({ [name]: value })
  if (member === null) return [values[name], put]
  const group = values[name] as Readonly<Record<string, unknown>>
  return [group[member], (value) => put({ ...group, [member]: value })]
}
