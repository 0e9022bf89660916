import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordingStorage } from '#contracts/calls/room'
import { DeleteDialog } from '../library/dialogs/delete-dialog.tsx'
import { SoundDialog } from '../sound-deletion/sound-dialog.tsx'
import { useDeletionWords } from '../sound-deletion/deletion-words.ts'
import { formatBytes } from '../ui/format-bytes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './storage.module.css'
import { useDeletePrepared } from './use-delete-prepared.ts'

/** Thousands of rows would be slow to render; only the largest matter. */
const MAX_ROWS = 200

/** The recordings that take up storage, the largest first. */
export function StorageTable({ recordings }: { readonly recordings: readonly RecordingStorage[] }) {
  const say = useSay()
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{say('storage.all')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('storage.column.title')}</th>
          <th scope="col">{say('storage.column.sound')}</th>
          <th scope="col">{say('storage.column.prepared')}</th>
          <th scope="col">{say('storage.column.results')}</th>
          <th scope="col">{say('storage.column.all')}</th>
          <th scope="col">
            <VisuallyHidden>{say('storage.column.acts')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {recordings.slice(0, MAX_ROWS).map((storage) => (
          <StorageRow key={storage.recordingId} storage={storage} />
        ))}
      </tbody>
    </table>
  )
}

function StorageRow({ storage }: { readonly storage: RecordingStorage }) {
  const language = useLanguage()
  const { dueOn, deletionDueOn } = storage
  const soundDeletion = dueOn === null ? null : { dueOn, deletedOn: null }
  const words = useDeletionWords({ deletionDueOn, soundDeletion })
  const { soundBytes, resultBytes } = storage
  const preparedBytes = storage.preparedBytes + storage.filmBytes
  const size = (bytes: number): string => (bytes === 0 ? '–' : formatBytes(bytes, language))
  return (
    <tr>
      <th scope="row">
        <Link to="/recording/$id" params={{ id: storage.recordingId }}>
          {storage.title}
        </Link>
        {words !== null && <p className={styles.meta}>{words}</p>}
      </th>
      <td>{size(soundBytes)}</td>
      <td>{size(preparedBytes)}</td>
      <td>{size(resultBytes)}</td>
      <td>{size(soundBytes + preparedBytes + resultBytes)}</td>
      <td>
        <RowMenu storage={storage} />
      </td>
    </tr>
  )
}

function RowMenu({ storage }: { readonly storage: RecordingStorage }) {
  const say = useSay()
  const [open, setOpen] = useState<'sound' | 'delete' | null>(null)
  const { deletePrepared } = useDeletePrepared()
  const { recordingId: id, title, dueOn } = storage
  const close = (): void => setOpen(null)
  const label = say('storage.more', { title })
  return (
    <>
      <Menu label={label} trigger={<IconButton icon="more" label={label} />}>
        {storage.preparedBytes + storage.filmBytes > 0 ? (
          <MenuItem icon="disk" onChoose={() => deletePrepared([storage])}>
            {say('storage.prepared.delete')}
          </MenuItem>
        ) : null}
        {storage.soundBytes > 0 ? (
          <MenuItem icon="vol" onChoose={() => setOpen('sound')}>
            {say('sound-deletion.open')}
          </MenuItem>
        ) : null}
        <MenuLine />
        <MenuItem icon="trash" onChoose={() => setOpen('delete')}>
          {say('storage.delete')}
        </MenuItem>
      </Menu>
      {open === 'sound' && (
        <SoundDialog
          card={{
            id,
            title,
            fileName: title,
            soundDeletion: dueOn === null ? null : { dueOn, deletedOn: null },
          }}
          onClose={close}
        />
      )}
      {open === 'delete' && <DeleteDialog card={{ id, title }} onClose={close} />}
    </>
  )
}
