import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import { type JoinedFile, type Joining, joinedFiles, moved } from './joining.ts'
import styles from './joining-files.module.css'

export interface JoiningFilesProps {
  readonly cards: readonly RecordingCard[]
  readonly joining: Joining
  readonly onChange: (joining: Joining) => void
}

/**
 * The files in order, which buttons and Alt with an arrow change; the speaker in each, and when it begins.
 */
export function JoiningFiles({ cards, joining, onChange }: JoiningFilesProps) {
  const say = useSay()
  const list = useRef<HTMLOListElement>(null)
  /** The focused element in a moved row, which loses the focus. */
  const focused = useRef<HTMLElement | null>(null)
  const files = joinedFiles(cards, joining)
  const order = files.map(({ card }) => card.id).join(' ')
  useEffect(() => {
    focused.current?.focus()
    focused.current = null
  }, [order])
  const move = (id: string, by: 1 | -1): void => {
    const active = document.activeElement
    focused.current = active instanceof HTMLElement && list.current?.contains(active) === true ? active : null
    onChange(moved(cards, joining, id, by))
  }
  const onKeyDown = (event: KeyboardEvent, id: string): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <ol ref={list} className={styles.files} aria-label={say('job.joining.files')}>
      {files.map((file, index) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields and buttons in it
        <li key={file.card.id} onKeyDown={(event) => onKeyDown(event, file.card.id)}>
          <span className={styles.number} data-figures>
            {index + 1}
          </span>
          <div className={styles.file}>
            <p className={styles.name}>{file.card.fileName}</p>
            {joining.order === 'together' && (
              <FileFields
                file={file}
                onName={(name) => onChange({ ...joining, names: { ...joining.names, [file.card.id]: name } })}
                onOffset={(offset) =>
                  onChange({ ...joining, offsets: { ...joining.offsets, [file.card.id]: offset } })
                }
              />
            )}
          </div>
          <IconButton
            icon="up"
            size="small"
            label={say('job.joining.up', { file: file.card.fileName })}
            keys={say('job.joining.up.keys')}
            disabled={index === 0}
            onPress={() => move(file.card.id, -1)}
          />
          <IconButton
            icon="down"
            size="small"
            label={say('job.joining.down', { file: file.card.fileName })}
            keys={say('job.joining.down.keys')}
            disabled={index === files.length - 1}
            onPress={() => move(file.card.id, 1)}
          />
        </li>
      ))}
    </ol>
  )
}

function FileFields({
  file: { card, name, offset, offsetMs },
  onName,
  onOffset,
}: {
  readonly file: JoinedFile
  readonly onName: (name: string) => void
  readonly onOffset: (offset: string) => void
}) {
  const say = useSay()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be laid out as a grid everywhere
    <div className={styles.fields} role="group" aria-label={card.fileName}>
      <TextField
        label={say('job.joining.name')}
        showLabel
        value={name}
        spellCheck={false}
        error={name.trim() === '' ? say('job.joining.no-name') : null}
        onChange={onName}
      />
      <TextField
        label={say('job.joining.offset')}
        showLabel
        placeholder="0:00"
        value={offset}
        error={offsetMs === null ? say('job.part.no-time') : null}
        onChange={onOffset}
      />
    </div>
  )
}
