import { useEffect, useRef } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useSay } from '../../ui/words.tsx'
import { openLiveDraft, scopeLiveDraft, typeLiveDraft, useLiveDraft } from '../running/live-draft.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { FlowParagraph } from './live-flow.ts'
import styles from './live-edit.module.css'
import { useDraftKeys } from './live-line.tsx'

export interface LiveNameProps {
  readonly paragraph: FlowParagraph
  /** Name of the source itself. */
  readonly sourceName: string
  readonly isStop: boolean
}

/**
 * The speaker of a paragraph: as named by a person, else the source; a click names the person, here or for
 * the whole source.
 */
export function LiveName({ paragraph, sourceName, isStop }: LiveNameProps) {
  const say = useSay()
  const { id, source, name, lines } = paragraph
  const at = `${id} name`
  const isOpen = useLiveDraft(({ draft }) => draft?.at === at)
  // One of several microphones usually belongs to one person; a room's only microphone, and the system's
  // sound, have several people.
  const isWhole = useRecorderStore(({ running }) => {
    const sources = running?.options.sources ?? []
    return (sources.length > 1 && sources[source]?.role === 'microphone') || lines.length === 0
  })
  const ref = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // The field that had the focus no longer exists.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) ref.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const lineIds = lines.map((line) => line.id)
  if (isOpen) return <NameField sourceName={sourceName} lineIds={lineIds} />
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={isStop ? 0 : -1}
      className={styles.name}
      title={say('live.name', { source: sourceName })}
      onClick={() =>
        openLiveDraft(at, {
          kind: 'name',
          source,
          name: name ?? '',
          lineIds: isWhole ? null : lineIds,
          typedIn: lineIds,
        })
      }
    >
      {name ?? sourceName}
    </button>
  )
}

interface NameFieldProps {
  readonly sourceName: string
  readonly lineIds: readonly string[]
}

function NameField({ sourceName, lineIds }: NameFieldProps) {
  const say = useSay()
  const draft = useLiveDraft((state) => state.draft)
  const { keep, onKeyDown } = useDraftKeys()
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const isWhole = draft?.change.kind === 'name' && draft.change.lineIds === null
  return (
    // Keys and leaving work the same for the field and the checkbox.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={say('live.name', { source: sourceName })}
      className={styles.naming}
      // A click next to the checkbox does not leave the field.
      onMouseDown={(event) => {
        if (event.target !== ref.current) event.preventDefault()
      }}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) keep()
      }}
    >
      <input
        ref={ref}
        className={styles.nameField}
        aria-label={say('live.name', { source: sourceName })}
        placeholder={sourceName}
        autoComplete="off"
        value={draft?.text ?? ''}
        onChange={(event) => typeLiveDraft(event.target.value)}
      />
      {lineIds.length > 0 && (
        <Checkbox checked={isWhole} onChange={(whole) => scopeLiveDraft(whole ? null : lineIds)}>
          {say('live.name.all')}
        </Checkbox>
      )}
    </div>
  )
}
