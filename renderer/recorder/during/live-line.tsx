import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { closeLiveDraft, openLiveDraft, typeLiveDraft, useLiveDraft } from '../running/live-draft.ts'
import type { FlowLine } from './live-flow.ts'
import styles from './live-edit.module.css'

export interface LiveLineProps {
  readonly line: FlowLine
  /** Whether it is the tab stop; the arrow keys move to the others. */
  readonly isStop: boolean
  /** Id of the hint on how to correct a line. */
  readonly hintId: string
}

/** One line of the text while recording; a click or Enter opens it for correction. */
export function LiveLineText({ line, isStop, hintId }: LiveLineProps) {
  const isOpen = useLiveDraft(({ draft }) => draft?.at === line.id)
  const ref = useRef<HTMLSpanElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // The field that had the focus no longer exists.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) ref.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (isOpen) return <LineField line={line} />
  const open = (): void => openLiveDraft(line.id, { kind: 'line', lineId: line.id, text: line.text })
  const isDeleted = line.text === ''
  return (
    <>
      <span
        ref={ref}
        role="button"
        tabIndex={isStop ? 0 : -1}
        data-live-line={line.id}
        className={classNames(styles.line, isDeleted && styles.deleted)}
        aria-describedby={hintId}
        onClick={() => {
          // Selecting text to copy it is not a correction.
          if (window.getSelection()?.isCollapsed !== false) open()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'F2') return
          event.preventDefault()
          open()
        }}
      >
        {isDeleted ? <del>{line.decoded}</del> : line.text}
      </span>{' '}
    </>
  )
}

function LineField({ line }: { readonly line: FlowLine }) {
  const say = useSay()
  const text = useLiveDraft(({ draft }) => draft?.text ?? '')
  const { keep, onKeyDown } = useDraftKeys()
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const field = ref.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  useLayoutEffect(() => {
    const field = ref.current
    if (field === null) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }, [text])
  return (
    <textarea
      ref={ref}
      className={styles.field}
      rows={1}
      spellCheck
      aria-label={say('live.correct', { time: formatDuration(line.startMs) })}
      value={text}
      onChange={(event) => typeLiveDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
    />
  )
}

/** Enter and leaving the field save the typed text, Escape discards it. */
export function useDraftKeys(): {
  readonly keep: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
} {
  const recorder = useRecorder()
  const attempt = useTry()
  const keep = (): void => attempt(() => recorder.actions.keepLiveDraft())
  return {
    keep,
    onKeyDown: (event) => {
      // Enter that ends a composition does not save.
      if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Enter') keep()
      else closeLiveDraft()
    },
  }
}
