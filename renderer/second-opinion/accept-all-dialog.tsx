import { useState } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import { differencesForAll } from '#core/second-opinion/take-differences'
import { Checkbox } from '../ui/checkbox.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './opinion.module.css'

export interface AcceptAllDialogProps {
  readonly open: readonly Difference[]
  readonly onClose: () => void
  readonly onAccept: (some: readonly Difference[]) => void
}

/**
 * Asks for confirmation before all differences are accepted; those where a person typed only if requested.
 */
export function AcceptAllDialog({ open, onClose, onAccept }: AcceptAllDialogProps) {
  const say = useSay()
  const [withMine, setWithMine] = useState(false)
  const others = differencesForAll(open)
  const mine = open.length - others.length
  const chosen = withMine ? open : others
  return (
    <ConfirmDialog
      title={say('opinion.accept-all.title', { count: chosen.length })}
      width="440px"
      action={say('opinion.accept-all.do')}
      disabled={chosen.length === 0}
      onAction={() => onAccept(chosen)}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>{say('opinion.accept-all.text')}</p>
        {mine > 0 && (
          <Checkbox checked={withMine} onChange={setWithMine}>
            {say('opinion.accept-all.mine', { count: mine })}
          </Checkbox>
        )}
      </div>
    </ConfirmDialog>
  )
}
