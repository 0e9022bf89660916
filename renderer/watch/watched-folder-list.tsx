import { useState } from 'react'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { InTerminal } from '../ui/in-terminal.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { AddFolderDialog } from './add-folder-dialog.tsx'
import { useWatchedFolders } from './watch-queries.ts'
import { WatchedFolderLine } from './watched-folder-line.tsx'
import styles from './watch.module.css'

/** The watched folders, and a button to add one: only a window can choose a folder on this computer. */
export function WatchedFolderList() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const folders = useWatchedFolders()
  const [adding, setAdding] = useState<string | null>(null)
  const pick = (): void => {
    host.pickFolder().then(setAdding, (error: unknown) => toastError(error, language))
  }
  return (
    <>
      {folders.error && <ErrorNotice error={folders.error} />}
      {folders.isPending && <Loading />}
      {folders.data?.length === 0 && <p className={styles.meta}>{say('watch.empty')}</p>}
      <ul>
        {folders.data?.map((folder) => (
          <WatchedFolderLine key={folder.id} folder={folder} />
        ))}
      </ul>
      {host.kind === 'window' ? (
        <div className={styles.add}>
          <Button variant="line" icon="folder" onPress={pick}>
            {say('watch.add')}
          </Button>
        </div>
      ) : (
        <>
          <p className={styles.meta}>{say('watch.add.window')}</p>
          <InTerminal command={say('watch.add.command')} />
        </>
      )}
      {adding !== null && <AddFolderDialog path={adding} onClose={() => setAdding(null)} />}
    </>
  )
}
