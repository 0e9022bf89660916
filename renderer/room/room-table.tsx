import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordingRoom } from '#contracts/calls/room'
import { DeleteDialog } from '../library/delete-dialog.tsx'
import { SoundDialog } from '../sound-deletion/sound-dialog.tsx'
import { useDeletionWords } from '../sound-deletion/deletion-words.ts'
import { formatBytes } from '../ui/format-bytes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './room.module.css'
import { useDeletePrepared } from './use-delete-prepared.ts'

/** Thousands of rows would be slow to render; only the largest matter. */
const MOST_ROWS = 200

/** The recordings that take up storage, the largest first. */
export function RoomTable({ rooms }: { readonly rooms: readonly RecordingRoom[] }) {
  const say = useSay()
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{say('room.all')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('room.column.title')}</th>
          <th scope="col">{say('room.column.sound')}</th>
          <th scope="col">{say('room.column.prepared')}</th>
          <th scope="col">{say('room.column.results')}</th>
          <th scope="col">{say('room.column.all')}</th>
          <th scope="col">
            <VisuallyHidden>{say('room.column.acts')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rooms.slice(0, MOST_ROWS).map((room) => (
          <RoomRow key={room.recordingId} room={room} />
        ))}
      </tbody>
    </table>
  )
}

function RoomRow({ room }: { readonly room: RecordingRoom }) {
  const language = useLanguage()
  const { dueOn, deletionDueOn } = room
  const soundDeletion = dueOn === null ? null : { dueOn, deletedOn: null }
  const words = useDeletionWords({ deletionDueOn, soundDeletion })
  const { soundBytes, resultBytes } = room
  const preparedBytes = room.preparedBytes + room.filmBytes
  const size = (bytes: number): string => (bytes === 0 ? '–' : formatBytes(bytes, language))
  return (
    <tr>
      <th scope="row">
        <Link to="/recording/$id" params={{ id: room.recordingId }}>
          {room.title}
        </Link>
        {words !== null && <p className={styles.meta}>{words}</p>}
      </th>
      <td>{size(soundBytes)}</td>
      <td>{size(preparedBytes)}</td>
      <td>{size(resultBytes)}</td>
      <td>{size(soundBytes + preparedBytes + resultBytes)}</td>
      <td>
        <RowMenu room={room} />
      </td>
    </tr>
  )
}

function RowMenu({ room }: { readonly room: RecordingRoom }) {
  const say = useSay()
  const [open, setOpen] = useState<'sound' | 'delete' | null>(null)
  const { deletePrepared } = useDeletePrepared()
  const { recordingId: id, title, dueOn } = room
  const close = (): void => setOpen(null)
  const label = say('room.more', { title })
  return (
    <>
      <Menu label={label} trigger={<IconButton icon="more" label={label} />}>
        {room.preparedBytes + room.filmBytes > 0 ? (
          <MenuItem icon="disk" onChoose={() => deletePrepared([room])}>
            {say('room.prepared.delete')}
          </MenuItem>
        ) : null}
        {room.soundBytes > 0 ? (
          <MenuItem icon="vol" onChoose={() => setOpen('sound')}>
            {say('sound-deletion.open')}
          </MenuItem>
        ) : null}
        <MenuLine />
        <MenuItem icon="trash" danger onChoose={() => setOpen('delete')}>
          {say('room.delete')}
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
