import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import type { CueProblem } from '#core/captions/cue-problems'
import type { FrameGrid } from '#core/frames/video-frames'
import { placeholderIn } from '#core/outgoing/placeholder'
import { redactedWords } from '#core/transcript/redacted-words'
import type { LeftOutWords } from '#core/captions/words/left-out-words'
import { redactedOf } from '../captions/cue-list.tsx'
import { CueRow } from '../captions/cue-row.tsx'
import styles from '../captions/captions.module.css'
import type { ShownCues } from '../captions/cues/cue-store.ts'
import type { LineHit } from '../captions/cues/hits-in-cues.ts'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import { voiceNumber } from '../ui/voice.ts'

export interface CutCueListProps {
  readonly list: ShownCues
  readonly frames: FrameGrid | null
  /** Index of the current cue; -1 before the first. */
  readonly now: number
  readonly following: boolean
  /** What is cut of a caption's own texts, by its index. */
  readonly notes: ReadonlyMap<number, readonly string[]>
  /** The list goes to this caption; null: it stays. */
  readonly target: number | null
  readonly onGo: (cue: Cue) => void
  readonly onPlay: (cue: Cue) => void
  readonly onScrolled: () => void
}

const noProblems: readonly CueProblem[] = []
const nothing: readonly LeftOutWords[] = []
const noHits: readonly LineHit[] = []
const none = (): void => undefined
const ROW_PX = 74

/** Captions to read, in order; only the visible ones are in the document. Arrow keys move from one to the next. */
export function CutCueList(props: CutCueListProps) {
  const { list, frames, now, following, notes, target, onGo, onPlay, onScrolled } = props
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(Math.max(0, now))
  const { cues, rules, problems, transcript } = list
  // The compiler leaves this component alone: a virtualizer changes in place.
  // oxlint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: 2 * ROW_PX,
  })
  const { scrollToIndex } = virtual
  const hasArrived = useRef(false)
  useEffect(() => {
    if (now < 0 || (hasArrived.current && !following)) return
    scrollToIndex(now, { align: hasArrived.current ? 'auto' : 'center' })
    hasArrived.current = true
  }, [now, following, scrollToIndex])
  useEffect(() => {
    if (target !== null) scrollToIndex(target, { align: 'auto' })
  }, [target, scrollToIndex])
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
      const last = cues.length - 1
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: here + 1,
        ArrowUp: here - 1,
        Home: 0,
        End: last,
      }
      const to = steps[event.key]
      if (to === undefined) return
      event.preventDefault()
      onScrolled()
      const index = Math.max(0, Math.min(last, to))
      setReached(index)
      scrollToIndex(index, { align: 'auto' })
      focusCue(scroller.current, index)
    },
    [cues.length, scrollToIndex, onScrolled],
  )
  const redacted = useMemo(() => redactedWords(transcript), [transcript])
  const voices = new Map(transcript.speakers.map(({ id, colour }) => [id, voiceNumber(colour)]))
  const shown = virtual.getVirtualItems()
  const tabStop = Math.min(target ?? (now >= 0 && following ? now : reached), cues.length - 1)
  const stop = shown.some(({ index }) => index === tabStop) ? tabStop : (shown[0]?.index ?? 0)
  return (
    <div ref={scroller} className={styles.list}>
      <ol aria-label={say('captions.title')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, key }) => {
          const cue = cues[index]
          if (cue === undefined) return null
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={cues.length}
              aria-posinset={index + 1}
              style={{ position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${start}px)` }}
            >
              <CueRow
                cue={cue}
                rules={rules}
                frames={frames}
                problems={problems.get(index) ?? noProblems}
                voices={voicesOf(cue, voices)}
                isNow={index === now}
                isReached={index === stop}
                said={null}
                redacted={redactedOf(cue, redacted)}
                placeholder={placeholderIn(transcript.language)}
                leftOut={nothing}
                onShowAgain={none}
                comments={null}
                hits={noHits}
                field={null}
                translation={null}
                translationField={null}
                onTranslate={none}
                onEdit={onGo}
                onPlay={onPlay}
                onKey={onKey}
              >
                {notes.get(index)?.map((note) => (
                  <p key={note} className={styles.problem}>
                    <Icon name="warn" small />
                    {note}
                  </p>
                ))}
              </CueRow>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function voicesOf({ lines }: Cue, voices: ReadonlyMap<string, number>): string {
  const numbers = lines.map(({ speakerId }) => (speakerId === null ? 0 : (voices.get(speakerId) ?? 0)))
  return [...new Set(numbers)].join(' ')
}

/** A row far away is rendered a frame or two later. */
function focusCue(scroller: HTMLElement | null, index: number, tries = 5): void {
  const button = scroller?.querySelector<HTMLElement>(`[data-cue="${index}"]`)
  if (button) button.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusCue(scroller, index, tries - 1))
}
