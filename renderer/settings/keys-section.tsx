import { usePreferences } from '../rpc/queries.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import { useChangePreferences } from '../preferences/change-preferences.ts'
import { type KeyActionId, keyActions, keyGroups } from '../keys/key-actions.ts'
import { KeyLine } from './key-line.tsx'
import { conflicts, keyMap } from '../keys/key-map.ts'
import styles from './settings.module.css'

export function KeysSection() {
  const say = useSay()
  const { keys } = usePreferences()
  const change = useChangePreferences()
  const map = keyMap(keys)
  const shared = conflicts(map)
  const set = (patch: Readonly<Partial<Record<KeyActionId, readonly string[]>>>): void => {
    const next = { ...keys }
    for (const [id, given] of Object.entries(patch)) next[id] = [...given]
    // Keys equal to the default are not stored, so that a better default in a later version applies.
    for (const { id, keys: own } of keyActions)
      if (next[id] && JSON.stringify(next[id]) === JSON.stringify(own)) delete next[id]
    change({ keys: next })
  }
  return (
    <>
      <p className={styles.lead}>{say('keys.lead')}</p>
      {keyGroups.map((group) => {
        const here = keyActions.filter((action) => action.group === group)
        if (here.length === 0) return null
        return (
          <section key={group} aria-label={say(`keys.${group}`)}>
            <h3>{say(`keys.${group}`)}</h3>
            {here.map((action) => (
              <KeyLine
                key={action.id}
                action={action}
                map={map}
                shared={shared.get(action.id) ?? []}
                changed={keys[action.id] !== undefined}
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
