import { usePreferences } from '../../rpc/queries.ts'
import { useChangePreferences } from '../../session/change-preferences.ts'
import { Switch } from '../../ui/switch.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './check.module.css'

/** Switches the text and the list between all doubts and probable errors only. */
export function AllDoubtsSwitch() {
  const say = useSay()
  const { allDoubts } = usePreferences()
  const change = useChangePreferences()
  return (
    <div className={styles.scope}>
      <Switch on={allDoubts} onChange={(on) => change({ allDoubts: on })}>
        {say('editor.check.all')}
      </Switch>
      {!allDoubts && <p className={styles.meta}>{say('editor.check.all.hint')}</p>}
    </div>
  )
}
