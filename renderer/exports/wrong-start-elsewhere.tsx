import { describeFault } from '#contracts/describe-fault'
import { startFault } from '#contracts/start-fault'
import type { WrongStart } from '#core/formats/file-frames'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/words.tsx'
import styles from './export.module.css'

/** Why nothing can be saved, where the start timecode is an option of another format than the one that is shown. */
export function WrongStartElsewhere({ wrong }: { readonly wrong: WrongStart }) {
  const language = useLanguage()
  const { message, remedy } = describeFault(startFault(wrong), language)
  return (
    <p role="alert" className={styles.losses}>
      <Icon name="warn" small />
      {message} {remedy}
    </p>
  )
}
