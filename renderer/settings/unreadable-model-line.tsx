import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './models-section.module.css'
import { RemoveModelDialog } from './remove-model-dialog.tsx'

/** An added model that this program cannot read. */
export function UnreadableModelLine({ id }: { readonly id: string }) {
  const say = useSay()
  const [removing, setRemoving] = useState(false)
  return (
    <li className={styles.model}>
      <p className={`${styles.name} ${styles.bad}`}>
        <Icon name="warn" small />
        {id}
      </p>
      <p className={styles.damage}>{say('models.unreadable.reason')}</p>
      <div className={styles.acts}>
        <Button
          variant="line"
          size="small"
          aria-label={say('models.remove.of', { name: id })}
          onPress={() => setRemoving(true)}
        >
          {say('models.remove')}
        </Button>
      </div>
      {removing && <RemoveModelDialog model={{ id, name: id }} onClose={() => setRemoving(false)} />}
    </li>
  )
}
