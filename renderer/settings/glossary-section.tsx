import { GlossaryField } from '../glossary/glossary-field.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './settings.module.css'

export function GlossarySection() {
  const say = useSay()
  return (
    <>
      <p className={styles.lead}>{say('glossary.library.lead')}</p>
      <GlossaryField recordingId={null} />
    </>
  )
}
