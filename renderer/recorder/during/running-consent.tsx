import { Checkbox } from '../../ui/checkbox.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import type { Running } from '../running/recorder-store.ts'
import styles from './during.module.css'

/** Consent can be given or revoked at any time. */
export function RunningConsent({ running: { options } }: { readonly running: Running }) {
  const say = useSay()
  const recorder = useRecorder()
  const attempt = useTry()
  return (
    <div className={styles.agree}>
      <Checkbox
        checked={options.consent?.given ?? false}
        onChange={(given) => attempt(() => recorder.actions.setConsent(given))}
      >
        {say('rec.consent')}
      </Checkbox>
    </div>
  )
}
