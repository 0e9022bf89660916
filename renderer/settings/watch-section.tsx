import { useSay } from '../ui/words.tsx'
import { WatchedFolderList } from '../watch/watched-folder-list.tsx'
import styles from './settings.module.css'

export function WatchSection() {
  const say = useSay()
  return (
    <>
      <p className={styles.lead}>{say('watch.lead')}</p>
      <WatchedFolderList />
    </>
  )
}
