import { type CSSProperties, useMemo, useState } from 'react'
import { LONGEST_CLIP_MS, SHORTEST_CLIP_MS } from '#core/clips/clip-choices'
import { type SentenceEdges, snapped } from '#core/clips/snap-to-sentences'
import type { LoudnessCurve } from '#core/cut/loudness'
import { exactTime } from '#core/notation/lengths'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Player } from '../sound/player/player.ts'
import { usePosition } from '../sound/player/use-player.ts'
import { useWidth } from '../sound/waveform/use-width.ts'
import { WaveHandle } from '../sound/waveform/wave-handle.tsx'
import { type WaveView, xAt } from '../sound/waveform/wave-view.ts'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './clip.module.css'

export interface ClipWaveProps {
  readonly player: Player
  readonly loudness: LoudnessCurve | null
  readonly span: TimeSpan
  /** What of the recording can be in a clip. */
  readonly limits: TimeSpan
  readonly edges: SentenceEdges
  readonly onChange: (span: TimeSpan) => void
}

const STEP_MS = 100
const BIG_STEP_MS = 1_000
/** Shown before and after the clip, at least. */
const AROUND_MS = 4_000
const COLUMN_PX = 3
const HEIGHT_PX = 72

/** The sound around a clip, with a handle at each of its ends; moved ones snap to sentences, dragged with Alt they do not. */
export function ClipWave({ player, loudness, span, limits, edges, onChange }: ClipWaveProps) {
  const say = useSay()
  const locale = useLocale()
  const [ref, width] = useWidth()
  const [dragged, setDragged] = useState<TimeSpan | null>(null)
  const view = useMemo(() => viewAround(span, limits, width), [span, limits, width])
  const positionMs = usePosition(player, 20)
  const { startMs, endMs } = dragged ?? span
  const path = useMemo(() => peaksPath(loudness, view, width), [loudness, view, width])
  const take = (next: TimeSpan): void => {
    setDragged(null)
    onChange(next)
  }
  const start = (ms: number, free: boolean): TimeSpan => ({
    startMs: Math.min(free ? ms : snapped(ms, edges.starts), endMs - SHORTEST_CLIP_MS),
    endMs,
  })
  const end = (ms: number, free: boolean): TimeSpan => ({
    startMs,
    endMs: Math.max(free ? ms : snapped(ms, edges.ends), startMs + SHORTEST_CLIP_MS),
  })
  const shared = {
    wave: { state: { view } },
    stepMs: STEP_MS,
    bigStepMs: BIG_STEP_MS,
    onCancel: () => setDragged(null),
    timeText: (ms: number) => exactTime(ms, locale, 1),
    description: say('clip.edge.help'),
  }
  const place: CSSProperties = {
    left: xAt(view, startMs),
    width: Math.max(0, xAt(view, endMs) - xAt(view, startMs)),
  }
  const edgeText = (ms: number, sentence: readonly number[], text: string): string =>
    sentence.includes(ms) ? `${exactTime(ms, locale, 1)}, ${text}` : exactTime(ms, locale, 1)
  return (
    <div ref={ref} className={styles.wave} data-wave>
      <div className={styles.span} style={place} />
      <svg viewBox={`0 0 ${Math.max(1, width)} ${HEIGHT_PX}`} preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.peaks} d={path} />
      </svg>
      {positionMs >= startMs && positionMs <= endMs && (
        <div className={styles.head} style={{ left: xAt(view, positionMs) }} />
      )}
      <div className={styles.handles} style={place}>
        <WaveHandle
          {...shared}
          label={say('clip.from')}
          ms={startMs}
          minMs={Math.max(limits.startMs, endMs - LONGEST_CLIP_MS)}
          maxMs={endMs - SHORTEST_CLIP_MS}
          onDrag={(ms, free) => setDragged(start(ms, free))}
          onMove={(ms, how) => take(how === 'dragged' ? { startMs, endMs } : start(ms, true))}
        />
        <WaveHandle
          {...shared}
          className={styles.last}
          label={say('clip.to')}
          ms={endMs}
          minMs={startMs + SHORTEST_CLIP_MS}
          maxMs={Math.min(limits.endMs, startMs + LONGEST_CLIP_MS)}
          onDrag={(ms, free) => setDragged(end(ms, free))}
          onMove={(ms, how) => take(how === 'dragged' ? { startMs, endMs } : end(ms, true))}
        />
      </div>
      <div className={styles.edges}>
        <span>{edgeText(startMs, edges.starts, say('clip.edge.start'))}</span>
        <span>{edgeText(endMs, edges.ends, say('clip.edge.end'))}</span>
      </div>
    </div>
  )
}

function viewAround({ startMs, endMs }: TimeSpan, limits: TimeSpan, width: number): WaveView {
  const around = Math.max(AROUND_MS, (endMs - startMs) / 4)
  const from = Math.max(limits.startMs, startMs - around)
  const to = Math.min(limits.endMs, endMs + around)
  return { startMs: from, msPerPixel: (to - from) / Math.max(1, width) }
}

/** A line for each column, as high as it is loud. */
function peaksPath(loudness: LoudnessCurve | null, { startMs, msPerPixel }: WaveView, width: number): string {
  if (loudness === null) return ''
  const { grainMs, levels } = loudness
  const heights: number[] = []
  for (let x = 0; x < width; x += COLUMN_PX) {
    const from = Math.floor((startMs + x * msPerPixel) / grainMs)
    const to = Math.max(from + 1, Math.floor((startMs + (x + COLUMN_PX) * msPerPixel) / grainMs))
    let highest = 0
    for (let at = from; at < to; at += 1) highest = Math.max(highest, levels[at] ?? 0)
    heights.push(highest)
  }
  const loudest = Math.max(1, ...heights)
  return heights
    .map((height, column) => {
      const half = Math.max(0.5, ((height / loudest) * (HEIGHT_PX - 16)) / 2)
      return `M${column * COLUMN_PX + 1} ${HEIGHT_PX / 2 - half}v${2 * half}`
    })
    .join('')
}
