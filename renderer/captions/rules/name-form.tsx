import { useState } from 'react'
import { isPresetName } from '#core/transcript/caption-settings'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './rules.module.css'

export interface NameFormProps {
  readonly first: string
  /** Another preset has this name. */
  readonly isTaken: (name: string) => boolean
  readonly onSave: (name: string) => void
  readonly onCancel: () => void
}

/** A name for the person's own rules. */
export function NameForm({ first, isTaken, onSave, onCancel }: NameFormProps) {
  const say = useSay()
  const [name, setName] = useState(first)
  const [isTried, setTried] = useState(false)
  const wanted = name.trim()
  const error = isTaken(wanted)
    ? say('captions.rules.name.taken')
    : isPresetName(wanted)
      ? null
      : say('captions.rules.name.wrong')
  const save = (): void => {
    setTried(true)
    if (error === null) onSave(wanted)
  }
  return (
    <div className={styles.foot}>
      <TextField
        className={styles.name}
        label={say('captions.rules.name')}
        value={name}
        onChange={setName}
        onEnter={save}
        onEscape={onCancel}
        error={isTried || isTaken(wanted) ? error : null}
        takesFocus
      />
      <Button size="small" onPress={onCancel}>
        {say('captions.fix-all.cancel')}
      </Button>
      <Button variant="line" size="small" onPress={save}>
        {say('captions.rules.save')}
      </Button>
    </div>
  )
}
