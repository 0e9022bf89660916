import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { WatchedFolderCard, WatchOptions } from '#contracts/calls/watch'
import { formats as allFormats } from '#core/formats/formats'
import type { ProgramLanguage } from '#core/messages/messages'
import { languageName } from '../ui/language-name.ts'
import { useCall } from '../rpc/use-call.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Switch } from '../ui/switch.tsx'
import { toast } from '../ui/toast.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import { EditFolderDialog } from './edit-folder-dialog.tsx'
import styles from './watch.module.css'

/** One folder: its path, what is made from its files, how many there were, and errors. */
export function WatchedFolderLine({ folder }: { readonly folder: WatchedFolderCard }) {
  const say = useSay()
  const language = useLanguage()
  const change = useCall('watch.change')
  const onError = (error: Error): void => void toastError(error, language)
  const { id, path, isOn, problem } = folder
  return (
    <li className={styles.folder}>
      <div className={styles.what}>
        <p className={styles.path}>{path}</p>
        <p className={styles.meta}>{factsOf(folder, say, language).join(', ')}</p>
        {problem === null ? (
          <p className={styles.meta}>{isOn ? tallyOf(folder, say) : say('watch.off')}</p>
        ) : (
          <p className={styles.problem} role="status">
            <Icon name="warn" small />
            <span>
              {problem.message} {problem.remedy}
            </span>
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <Switch
          label={say('watch.on', { folder: path })}
          on={isOn}
          onChange={(on) => change.mutate({ folderId: id, options: { isOn: on } }, { onError })}
        />
        <FolderMenu folder={folder} />
      </div>
      {folder.troubled > 0 && <Troubles folder={folder} />}
    </li>
  )
}

function factsOf(
  { language: spoken, speakers, formats, withSubfolders }: WatchOptions,
  say: Say,
  language: ProgramLanguage,
): string[] {
  return [
    formats.map((id) => allFormats[id].label[language]).join(', '),
    spoken === 'auto' ? say('watch.facts.language.auto') : languageName(spoken, language),
    ...(speakers === null ? [] : [say('watch.facts.speakers', { count: speakers })]),
    ...(withSubfolders ? [say('watch.facts.subfolders')] : []),
  ]
}

function tallyOf({ waiting, written, troubled }: WatchedFolderCard, say: Say): string {
  const parts = [
    ...(waiting > 0 ? [say('watch.tally.waiting', { count: waiting })] : []),
    ...(written > 0 ? [say('watch.tally.written', { count: written })] : []),
  ]
  return parts.length === 0 && troubled === 0 ? say('watch.tally.none') : parts.join(', ')
}

function FolderMenu({ folder }: { readonly folder: WatchedFolderCard }) {
  const say = useSay()
  const language = useLanguage()
  const remove = useCall('watch.remove')
  const [isEditing, setEditing] = useState(false)
  const { id, path } = folder
  const label = say('watch.menu', { folder: path })
  const stop = (): void =>
    remove.mutate(
      { folderId: id },
      {
        onSuccess: () => void toast.show({ text: say('watch.removed-now', { folder: path }) }),
        onError: (error) => toastError(error, language),
      },
    )
  return (
    <>
      <Menu label={label} trigger={<IconButton icon="more" size="small" label={label} />}>
        <MenuItem icon="sliders" onChoose={() => setEditing(true)}>
          {say('watch.options')}
        </MenuItem>
        <MenuItem icon="x" disabled={remove.isPending} onChoose={stop}>
          {say('watch.remove')}
        </MenuItem>
      </Menu>
      {isEditing && <EditFolderDialog folder={folder} onClose={() => setEditing(false)} />}
    </>
  )
}

function Troubles({ folder: { id, troubled, troubles } }: { readonly folder: WatchedFolderCard }) {
  const say = useSay()
  const language = useLanguage()
  const again = useCall('watch.tryAgain')
  const more = troubled - troubles.length
  return (
    <div className={styles.troubles}>
      <div className={styles.head}>
        <p>{say('watch.troubles', { count: troubled })}</p>
        <Button
          variant="line"
          size="small"
          icon="retry"
          disabled={again.isPending}
          onPress={() => again.mutate({ folderId: id }, { onError: (error) => toastError(error, language) })}
        >
          {say('watch.again')}
        </Button>
      </div>
      <ul>
        {troubles.map(({ path, recordingId, error }) => (
          <li key={path}>
            {recordingId === null ? (
              <span className={styles.file}>{path}</span>
            ) : (
              <Link className={styles.file ?? ''} to="/recording/$id" params={{ id: recordingId }}>
                {path}
              </Link>
            )}
            <span className={styles.meta}>
              {error.message} {error.remedy}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.meta}>{say('watch.troubles.more', { count: more })}</p>}
    </div>
  )
}
