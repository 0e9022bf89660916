import type { TranscriptSession } from '../session/transcript-session.ts'
import { type RecordingCut, shownCut } from './use-recording-cut.ts'

/** Longest wait for a screen that is slow to draw, in ms. */
export const MAX_WAIT_MS = 2_000

/** Acts once the screen shows what is cut: a key pressed right after a cut belongs to that cut. */
export function whenCutShown(
  session: Pick<TranscriptSession, 'state'>,
  act: (cut: RecordingCut | null) => void,
  untilMs = performance.now() + MAX_WAIT_MS,
): void {
  const cut = shownCut(session)
  if (cut !== null || performance.now() >= untilMs) act(cut)
  else requestAnimationFrame(() => whenCutShown(session, act, untilMs))
}
