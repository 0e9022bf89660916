import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import type { CueProblem } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import { showWords } from '#core/captions/edits/hide-words'
import type { LeftOutWords } from '#core/captions/words/left-out-words'
import type { ListedComment } from '#core/comments/listed-comments'
import type { Speaker } from '#core/transcript/transcript'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { useSay } from '../ui/words.tsx'
import { voiceNumber } from '../ui/voice.ts'
import styles from './captions.module.css'
import { commentsOfCue } from './cue-comments.tsx'
import { CueRow } from './cue-row.tsx'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { EditedCue } from './editing/edited-cue.tsx'
import { useCaptionEditorState } from './editing/use-caption-editor.ts'
import type { LinePlace } from './cues/place-under.ts'
import { problemsOf, type ShownCues } from './cues/cue-store.ts'
import type { LineHit } from './cues/hits-in-cues.ts'
import { useDraggedEdge, withDraggedEdge } from './times/dragged-edge.ts'
import { TranslationField } from './translations/translation-field.tsx'
import type { ShownTranslation } from './translations/use-translation.ts'

export interface CueListProps {
  readonly list: ShownCues
  /** Indexes of the captions that are listed, ascending; null for all. */
  readonly only: readonly number[] | null
  readonly speakers: readonly Speaker[]
  /** In which times are shown; null for milliseconds. */
  readonly frames: FrameGrid | null
  /** Index of the current cue; -1 before the first. */
  readonly now: number
  /** Indexes of all that are on the screen. */
  readonly onScreen: readonly number[]
  /** True while the list follows playback. */
  readonly following: boolean
  readonly onPlay: (cue: Cue) => void
  readonly onEdit: (cue: Cue, place: LinePlace | null) => void
  readonly editor: CaptionEditor
  readonly onUndo: (way: 'undo' | 'redo') => void
  /** The spoken words, by the first word of a caption with its own wording. */
  readonly said: ReadonlyMap<string, string>
  /** Words that leave the library as a placeholder, by their ids. */
  readonly redacted: ReadonlyMap<string, string | null>
  /** The default placeholder. */
  readonly placeholder: string
  /** Words omitted from captions, by the index of the caption that they are shown with. */
  readonly leftOut: ReadonlyMap<number, readonly LeftOutWords[]>
  /** The comments on each word, by its id. */
  readonly commented: ReadonlyMap<string, readonly ListedComment[]>
  /** What a search found, by the index of the caption. */
  readonly hits: ReadonlyMap<number, readonly LineHit[]>
  /** Index of the caption with the current hit; null for none. */
  readonly hitNow: number | null
  /** The second language; null if none is shown. */
  readonly translation: ShownTranslation | null
  readonly onTranslate: (index: number) => void
  /** Below the text of the edited caption. */
  readonly belowEdited: ReactNode
  /** The user scrolled the list. */
  readonly onScrolled: () => void
}

const noProblems: readonly CueProblem[] = []
const nothing: readonly LeftOutWords[] = []
const noHits: readonly LineHit[] = []
/** After this delay a newly opened row is measured, and the list has scrolled to it. */
const MEASURED_MS = 120
/** Height of a row of two lines, used until the row is measured. */
const ROW_PX = 74

/** All captions in order; only the visible ones are in the document. Arrow keys move from one to the next. */
export function CueList({
  list,
  only,
  speakers,
  frames,
  now,
  onScreen,
  following,
  onPlay,
  onEdit,
  editor,
  onUndo,
  said,
  redacted,
  placeholder,
  leftOut,
  commented,
  hits,
  hitNow,
  translation,
  onTranslate,
  belowEdited,
  onScrolled,
}: CueListProps) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const { cues, problems } = list
  const edited = useCaptionEditorState(editor, (state) => state.index)
  const caret = useCaptionEditorState(editor, (state) => state.caret)
  const dragged = useDraggedEdge(editor)
  const [reached, setReached] = useState(0)
  const voices = voicesBySpeaker(speakers)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on
  const virtual = useVirtualizer({
    count: only?.length ?? cues.length,
    getItemKey: useCallback((row: number) => only?.[row] ?? row, [only]),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    // Keeps the neighbors of the current cue visible.
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: 2 * ROW_PX,
  })
  const { scrollToIndex } = virtual
  const scrollToCue = useCallback(
    (index: number, align: 'auto' | 'center'): void => scrollToIndex(rowOf(only, index), { align }),
    [only, scrollToIndex],
  )

  const goTo = useCallback(
    (index: number): void => {
      setReached(index)
      scrollToCue(index, 'auto')
      focusCue(scroller.current, index)
    },
    [scrollToCue],
  )
  const hasArrived = useRef(false)
  useEffect(() => {
    if (now < 0 || (hasArrived.current && !following)) return
    // On the first render the list starts at the playback position.
    scrollToCue(now, hasArrived.current ? 'auto' : 'center')
    hasArrived.current = true
  }, [now, following, scrollToCue])

  useEffect(() => {
    if (hitNow !== null) scrollToCue(hitNow, 'auto')
  }, [hitNow, scrollToCue])

  // The key that led here removed what had the focus: the arrow keys move from the current caption on.
  const first = useRef(Math.max(0, now))
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.id === 'content')
      focusCue(scroller.current, cueAtRow(only, rowOf(only, first.current)))
    // Only when the list appears.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  // The caret may move to a caption that is out of view.
  useEffect(() => {
    if (edited === null) return undefined
    scrollToCue(edited, 'auto')
    // In a low window the row may be higher than the list: the typed text must be visible.
    const timer = setTimeout(() => bringFieldIntoView(scroller.current), MEASURED_MS)
    return () => clearTimeout(timer)
  }, [edited, caret, scrollToCue])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const controller = new AbortController()
    const options = { signal: controller.signal, passive: true }
    element.addEventListener('wheel', onScrolled, options)
    element.addEventListener('touchmove', onScrolled, options)
    return () => controller.abort()
  }, [onScrolled])

  const onKey = useCallback(
    (event: KeyboardEvent, here: number): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const row = rowOf(only, here)
      const last = (only?.length ?? cues.length) - 1
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: row + 1,
        ArrowUp: row - 1,
        Home: 0,
        End: last,
      }
      const to = steps[event.key]
      if (to === undefined) return
      event.preventDefault()
      onScrolled()
      goTo(cueAtRow(only, Math.max(0, Math.min(last, to))))
    },
    [cues.length, only, goTo, onScrolled],
  )
  const showAgain = useCallback(
    (index: number, { fromWordId, toWordId }: LeftOutWords): void => {
      editor.run(index, (context) => showWords(context, fromWordId, toWordId))
    },
    [editor],
  )
  const tabStop = Math.min(now >= 0 && following ? now : reached, cues.length - 1)
  const shown = virtual
    .getVirtualItems()
    .map((item) => ({ ...item, index: cueAtRow(only, item.index), row: item.index }))
  // If the row in the tab order is out of view, the first visible row takes its place.
  const isSeen = shown.some(({ index }) => index === tabStop)
  const stop = isSeen ? tabStop : (shown[0]?.index ?? 0)

  return (
    <div ref={scroller} className={styles.list}>
      <ol aria-label={say('captions.title')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, row, start, key }) => {
          const cue = cues[index]
          if (cue === undefined) return null
          const next = cues[index + 1]
          const timed = withDraggedEdge(cue, dragged)
          const timedNext = next && withDraggedEdge(next, dragged)
          const translated =
            translation === null ? null : (translation.rows.get(index) ?? translation.missing)
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={row}
              aria-setsize={only?.length ?? cues.length}
              aria-posinset={row + 1}
              style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${start}px)` }}
            >
              <CueRow
                cue={timed}
                rules={list.rules}
                frames={frames}
                problems={
                  timed === cue && timedNext === next
                    ? (problems.get(index) ?? noProblems)
                    : problemsOf(timed, timedNext, list.rules)
                }
                voices={cueVoices(cue, voices)}
                isNow={index === now || onScreen.includes(index)}
                isReached={index === stop}
                said={said.get(cue.wordIds[0] ?? '') ?? null}
                redacted={redactedOf(cue, redacted)}
                placeholder={placeholder}
                leftOut={leftOut.get(index) ?? nothing}
                onShowAgain={showAgain}
                comments={openCommentsOf(cue, commented)}
                hits={hits.get(index) ?? noHits}
                field={
                  index === edited ? (
                    <EditedCue
                      editor={editor}
                      cue={cue}
                      caret={caret}
                      rules={list.rules}
                      count={cues.length}
                      onUndo={onUndo}
                      below={belowEdited}
                    />
                  ) : null
                }
                translation={translated}
                translationField={
                  index === edited && translated !== null ? (
                    <TranslationField
                      key={translated.language}
                      editor={editor}
                      cue={cue}
                      row={translated}
                      count={cues.length}
                      caret={caret}
                      onUndo={onUndo}
                    />
                  ) : null
                }
                onTranslate={onTranslate}
                onEdit={onEdit}
                onPlay={onPlay}
                onKey={onKey}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/**
 * The texts of its open comments, one per line; null without any. A string, as rows are compared by value.
 */
export function redactedOf({ wordIds }: Cue, redacted: CueListProps['redacted']): 'all' | 'some' | null {
  if (redacted.size === 0) return null
  const hidden = wordIds.filter((id) => redacted.has(id)).length
  if (hidden === 0) return null
  return hidden === wordIds.length ? 'all' : 'some'
}

function openCommentsOf(cue: Cue, commented: CueListProps['commented']): string | null {
  const open = commentsOfCue(cue, commented).filter(({ isResolved }) => !isResolved)
  return open.length === 0 ? null : open.map(({ text }) => text).join('\n')
}

const cueAtRow = (only: readonly number[] | null, row: number): number =>
  only === null ? row : (only[row] ?? -1)

/** The row of a caption; for one that is not listed, that of the next one. */
function rowOf(only: readonly number[] | null, index: number): number {
  if (only === null) return index
  const row = only.findIndex((each) => each >= index)
  return row < 0 ? Math.max(0, only.length - 1) : row
}

function voicesBySpeaker(speakers: readonly Speaker[]): ReadonlyMap<string, number> {
  return new Map(speakers.map(({ id, colour }) => [id, voiceNumber(colour)]))
}

function cueVoices(cue: Cue, voices: ReadonlyMap<string, number>): string {
  const numbers = cue.lines.map(({ speakerId }) => (speakerId === null ? 0 : (voices.get(speakerId) ?? 0)))
  return [...new Set(numbers)].join(' ')
}

function bringFieldIntoView(scroller: HTMLElement | null): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLTextAreaElement && scroller?.contains(activeElement) === true)
    bringIntoView(activeElement)
}

/** A row far away is rendered a frame or two later. */
function focusCue(scroller: HTMLElement | null, index: number, tries = 5): void {
  const button = scroller?.querySelector<HTMLElement>(`[data-cue="${index}"]`)
  if (button) button.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusCue(scroller, index, tries - 1))
}
