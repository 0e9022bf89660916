import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './publish.module.css'

/** The folder that files are written to, in the window. */
export function TargetFolder({
  folder,
  onChoose,
}: {
  readonly folder: string | null
  readonly onChoose: () => void
}) {
  const say = useSay()
  return (
    <p className={styles.folder}>
      <Icon name="folder" small />
      <span title={folder ?? undefined}>{folder ?? say('publish.folder.none')}</span>
      <Button size="small" variant="line" onPress={onChoose}>
        {say(folder === null ? 'publish.folder.choose' : 'publish.folder.change')}
      </Button>
    </p>
  )
}
