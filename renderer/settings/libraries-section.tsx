import { useState } from 'react'
import { type LibraryToOpen, OpenLibraryDialog } from '../library/dialogs/open-library-dialog.tsx'
import { useLibraries } from '../library/dialogs/use-libraries.ts'
import { useCall } from '../rpc/use-call.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { InTerminal } from '../ui/in-terminal.tsx'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { Option } from './option.tsx'
import own from './libraries-section.module.css'
import styles from './settings.module.css'

/** Libraries that are searched with this one. */
export function LibrariesSection() {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const libraries = useLibraries()
  const add = useCall('libraries.add')
  const remove = useCall('libraries.remove')
  const [opening, setOpening] = useState<LibraryToOpen | null>(null)
  const pick = async (): Promise<void> => {
    const folder = await host.pickFolder()
    if (folder === null) return
    const { name } = await add.mutateAsync({ folder })
    toast.show({ text: say('libraries.added', { name }), tone: 'done' })
    await libraries.refetch()
  }
  const takeOff = async (id: string, name: string): Promise<void> => {
    await remove.mutateAsync({ id })
    toast.show({ text: say('libraries.removed', { name }), tone: 'done' })
    await libraries.refetch()
  }
  const run = (work: Promise<void>): void => void work.catch((error: unknown) => toastError(error, language))
  if (libraries.error) return <ErrorNotice error={libraries.error} />
  if (!libraries.data) return <Loading />
  const { listed, usual } = libraries.data
  return (
    <>
      <p className={styles.lead}>{say('libraries.lead')}</p>
      {listed.map(({ id, error, ...library }) => (
        <Option
          key={id}
          name={library.name}
          hint={
            <>
              <code>{library.folder}</code>
              {error !== null && (
                <span className={own.problem}>{[error.message, error.remedy].filter(Boolean).join(' ')}</span>
              )}
            </>
          }
        >
          <Button
            variant="line"
            size="small"
            disabled={error !== null && !library.isOlder}
            aria-label={say('libraries.open.of', { name: library.name })}
            onPress={() => setOpening({ ...library, recordingId: null, atMs: null })}
          >
            {say('libraries.open')}
          </Button>
          <Button
            size="small"
            aria-label={say('libraries.remove.of', { name: library.name })}
            onPress={() => run(takeOff(id, library.name))}
          >
            {say('libraries.remove')}
          </Button>
        </Option>
      ))}
      {listed.length === 0 && <p className={styles.meta}>{say('libraries.none')}</p>}
      {usual !== null && host.kind === 'window' && (
        <Option name={say('libraries.usual')} hint={<code>{usual.folder}</code>}>
          <Button
            variant="line"
            size="small"
            aria-label={say('libraries.open.of', { name: usual.name })}
            onPress={() =>
              setOpening({ ...usual, isOlder: false, command: null, recordingId: null, atMs: null })
            }
          >
            {say('libraries.open')}
          </Button>
        </Option>
      )}
      {host.kind === 'window' ? (
        <Button variant="line" icon="folder" disabled={add.isPending} onPress={() => run(pick())}>
          {say('libraries.add')}
        </Button>
      ) : (
        <>
          <p className={styles.meta}>{say('libraries.add.window')}</p>
          <InTerminal command={say('libraries.add.command')} />
        </>
      )}
      {opening !== null && <OpenLibraryDialog library={opening} onClose={() => setOpening(null)} />}
    </>
  )
}
