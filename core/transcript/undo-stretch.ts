import type { CutStretch } from './cut-reason.ts'

/** The name of a change for undo and redo. */
export function stretchHistoryKind(before: CutStretch | null, after: CutStretch | null): string {
  if (before === null) return 'cut-stretch.add'
  return after === null ? 'cut-stretch.delete' : 'cut-stretch.change'
}

/**
 * Applies the change from `from` to `to` to the stretch as it is `now`: an edge that somebody else has moved since is kept.
 * Null: it does not exist.
 */
export function stretchTurned(
  from: CutStretch | null,
  to: CutStretch | null,
  now: CutStretch | null,
): CutStretch | null {
  if (from === null || to === null || now === null) return to
  const turned = {
    id: now.id,
    startMs: from.startMs === to.startMs ? now.startMs : to.startMs,
    endMs: from.endMs === to.endMs ? now.endMs : to.endMs,
    reason: from.reason === to.reason ? now.reason : to.reason,
  }
  return turned.endMs > turned.startMs ? turned : to
}
