import { useState } from 'react'
import type { OpenCorrection } from '#core/corrections/open-corrections'
import { Checkbox } from '../ui/checkbox.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './corrections.module.css'

export interface AcceptNamesDialogProps {
  /** Corrections of speakers' names. */
  readonly names: readonly OpenCorrection[]
  readonly onClose: () => void
  readonly onAccept: (chosen: readonly OpenCorrection[]) => void
}

/** Before all corrections are accepted: which speakers get the names of the document. */
export function AcceptNamesDialog({ names, onClose, onAccept }: AcceptNamesDialogProps) {
  const say = useSay()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, isChosen: boolean): void =>
    setLeft(new Set(isChosen ? [...left].filter((each) => each !== id) : [...left, id]))
  return (
    <ConfirmDialog
      title={say('corrections.names.title')}
      width="440px"
      action={say('corrections.names.do')}
      onAction={() => onAccept(names.filter(({ item }) => !left.has(item.id)))}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>{say('corrections.names.text')}</p>
        {names.flatMap(({ item }) =>
          item.kind === 'speaker-name' ? (
            <Checkbox key={item.id} checked={!left.has(item.id)} onChange={(on) => choose(item.id, on)}>
              {say('corrections.names.one', { before: item.expected, name: item.name })}
            </Checkbox>
          ) : (
            []
          ),
        )}
      </div>
    </ConfirmDialog>
  )
}
