import { usePreferences } from '../rpc/preferences-queries.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../session/change-preferences.ts'
import { shortcutGroups } from '#core/shortcuts/shortcut'
import { type ShortcutId, shortcutIds, shortcuts } from '#core/shortcuts/shortcuts'
import { KeyLine } from './key-line.tsx'
import { conflicts, keyMap } from '../keys/key-map.ts'
import styles from './settings.module.css'

export function KeysSection() {
  const say = useSay()
  const { keys } = usePreferences()
  const change = useChangePreferences()
  const map = keyMap(keys)
  const shared = conflicts(map)
  const set = (patch: Readonly<Partial<Record<ShortcutId, readonly string[]>>>): void => {
    const next = { ...keys }
    for (const [id, given] of Object.entries(patch)) next[id] = [...given]
    // Keys equal to the default are not stored, so that a better default in a later version applies.
    for (const id of shortcutIds)
      if (next[id] && JSON.stringify(next[id]) === JSON.stringify(shortcuts[id].keys)) delete next[id]
    change({ keys: next })
  }
  return (
    <>
      <p className={styles.lead}>{say('keys.lead')}</p>
      {shortcutGroups.map((group) => {
        const here = shortcutIds.filter((id) => shortcuts[id].group === group)
        if (here.length === 0) return null
        return (
          <section key={group} aria-label={say(`keys.${group}`)}>
            <h3>{say(`keys.${group}`)}</h3>
            {here.map((id) => (
              <KeyLine
                key={id}
                id={id}
                map={map}
                shared={shared.get(id) ?? []}
                changed={keys[id] !== undefined}
                onSet={set}
              />
            ))}
          </section>
        )
      })}
      <Button variant="line" disabled={Object.keys(keys).length === 0} onPress={() => change({ keys: {} })}>
        {say('keys.reset-all')}
      </Button>
    </>
  )
}
