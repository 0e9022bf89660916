import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import type { EditorStore } from '../editor/editor-store.ts'
import type { SurfaceSelection } from '../editor/surface/surface.ts'
import type { RecordingCut } from './use-recording-cut.ts'

/** The cut that has the selected word or the one at the caret, else the one at the position; null if neither is cut. */
export function currentCut(
  cuts: readonly TimeSpan[],
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { range, touchedWordId, wordId }: SurfaceSelection,
  positionMs: number,
): TimeSpan | null {
  const id = range?.fromWordId ?? touchedWordId ?? wordId
  for (const { words } of id === null ? [] : paragraphs) {
    const word = words.find((each) => each.id === id)
    if (word === undefined) continue
    const cut = cutAt(cuts, (word.startMs + word.endMs) / 2)
    if (cut !== null) return cut
    break
  }
  return cutAt(cuts, positionMs)
}

/** The cut at the caret or the position, else the one that was there last; null if there is none. */
export function chosenCut(
  { cuts, transcript }: Pick<RecordingCut, 'cuts' | 'transcript'>,
  store: EditorStore,
  positionMs: number,
): TimeSpan | null {
  const { selection, cutAtMs } = store.getState()
  return (
    currentCut(cuts, transcript, selection, positionMs) ?? (cutAtMs === null ? null : cutAt(cuts, cutAtMs))
  )
}

/** Positions of media are not exact. */
const NEAR_MS = 2

/** The cut at a time; null if it is kept. */
export const cutAt = (cuts: readonly TimeSpan[], ms: number): TimeSpan | null =>
  cuts.find(({ startMs, endMs }) => ms >= startMs - NEAR_MS && ms < endMs) ?? null

/** The next cut after a time, or the one before it. */
export const cutBeside = (cuts: readonly TimeSpan[], ms: number, step: 1 | -1): TimeSpan | null =>
  (step === 1
    ? cuts.find(({ startMs }) => startMs > ms + NEAR_MS)
    : cuts.findLast(({ startMs }) => startMs < ms - NEAR_MS)) ?? null
