import { useState } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { RetimeSteps } from '../sound/retime/retime-steps.ts'
import { WaveHandle } from '../sound/waveform/wave-handle.tsx'
import { widestTitle } from '../sound/waveform/wave-rows.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { xAt } from '../sound/waveform/wave-view.ts'
import { useSay } from '../ui/words.tsx'
import type { ChapterChanges } from './chapter-changes.ts'
import styles from './chapters.module.css'
import { snappedStart } from './snapped-start.ts'

export interface ChapterFlagProps {
  readonly wave: WaveStore
  readonly session: TranscriptSession
  readonly changes: ChapterChanges
  readonly chapter: Chapter
  /** From 1. */
  readonly number: number
  /** Over the waveform. */
  readonly text: string
  /** Minimum time it can be moved to, in ms: it stays between its neighbors. */
  readonly minMs: number
  readonly maxMs: number
  /** When the next one begins, in ms. */
  readonly untilMs: number
  readonly onGo: (atMs: number) => void
}

/** The time it was moved to, and all times on the way. */
interface Moved {
  readonly ms: number
  readonly ours: readonly number[]
}

const STEP_MS = 100
const BIG_STEP_MS = 1_000
const SNAP_PX = 8
/** The start of a chapter: its title is dragged, moved by keys, or clicked to seek there. */
export function ChapterFlag(props: ChapterFlagProps) {
  const { wave, session, changes, chapter, number, text, minMs, maxMs, untilMs, onGo } = props
  const say = useSay()
  const [dragged, setDragged] = useState<number | null>(null)
  const [moved, setMoved] = useState<Moved | null>(null)
  // The list of chapters updates shortly after a key, and may pass through earlier keys' times.
  if (moved !== null && (moved.ms === chapter.atMs || !moved.ours.includes(chapter.atMs))) setMoved(null)
  const now = moved === null ? chapter : { ...chapter, atMs: moved.ms }
  const [steps] = useState(() => new RetimeSteps())
  const { view } = wave.state
  const { title } = chapter
  const ms = dragged ?? now.atMs
  const left = xAt(view, ms)
  const width = widestTitle(view, { atMs: ms, untilMs })
  const snapped = (at: number): number => {
    const { paragraphs } = session.state.transcript
    const near = snappedStart(paragraphs, at, SNAP_PX * view.msPerPixel)
    return Math.max(minMs, Math.min(near, maxMs))
  }
  const move = (at: number, how: 'dragged' | 'key', when: number): void => {
    setDragged(null)
    const atMs = Math.round(how === 'key' ? at : (dragged ?? at))
    const joins = steps.stepOf(how, when, () => session.newId())
    if (atMs === now.atMs) return
    setMoved({ ms: atMs, ours: [...(moved?.ours ?? [chapter.atMs]), atMs] })
    changes.change({ before: now, after: { ...now, atMs } }, joins)
  }
  return (
    <span className={styles.line} style={{ left }}>
      <WaveHandle
        wave={wave}
        look={styles.flag}
        label={say('chapters.start-of', { number, title })}
        description={say('chapters.start.keys')}
        ms={ms}
        minMs={minMs}
        maxMs={Math.max(minMs, maxMs)}
        stepMs={STEP_MS}
        bigStepMs={BIG_STEP_MS}
        onDrag={(at, free) => setDragged(free ? at : snapped(at))}
        onMove={move}
        onCancel={() => setDragged(null)}
        onPress={() => onGo(now.atMs)}
        onSnap={() => onGo(now.atMs)}
      >
        <b style={{ maxWidth: width }}>{text}</b>
      </WaveHandle>
    </span>
  )
}
