import { useCallback, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { CaptionNames } from '#core/captions/caption-names'
import type { Cue } from '#core/captions/cues'
import { cuesAt } from '#core/captions/shown-cues'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { cueAt } from './cue-at.ts'
import { useCaptionNames } from './use-caption-names.ts'
import { createCueStore, type ShownCues, type CueStore } from './cue-store.ts'

/** One store per session and names option, shared by the captions page, the waveform, the video and the export. */
const stores = new WeakMap<TranscriptSession, Map<string, CueStore>>()

/** The shots by which the captions of a session are judged, for stores that are created later. */
const knownShots = new WeakMap<TranscriptSession, readonly number[]>()

/** Judges all captions of a session by the shots of its video, in ms and in order. */
export function judgeByShots(session: TranscriptSession, timesMs: readonly number[]): void {
  knownShots.set(session, timesMs)
  for (const store of stores.get(session)?.values() ?? []) store.judgeByShots(timesMs)
}

/** What of a recording its captions depend on. */
export type CaptionedRecording = Pick<OpenRecording, 'durationMs' | 'trim'>

export function cueStoreOf(
  session: TranscriptSession,
  { durationMs, trim }: CaptionedRecording,
  names: CaptionNames,
): CueStore {
  const key = `${names} ${trim?.startMs}–${trim?.endMs}`
  const known = stores.get(session) ?? new Map<string, CueStore>()
  stores.set(session, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const store = createCueStore(session, durationMs ?? 0, names, trim)
  const shots = knownShots.get(session)
  if (shots !== undefined) store.judgeByShots(shots)
  known.set(key, store)
  return store
}

/**
 * The captions by the transcript's rules and the user's preferences, or with `names` as a format requires.
 */
export function useCues(
  session: TranscriptSession,
  recording: CaptionedRecording,
  names?: CaptionNames,
): ShownCues {
  const captionNames = useCaptionNames(session)
  const store = cueStoreOf(session, recording, names ?? captionNames)
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  useLayoutEffect(() => store.setDuration(recording.durationMs ?? 0), [store, recording.durationMs])
  return useSyncExternalStore(subscribe, () => store.state)
}

/** The current cue's index, following playback; renders only when the cue changes. */
export function useCueNow(player: Player, cues: readonly Cue[]): number {
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  return useSyncExternalStore(subscribe, () => cueAt(cues, player.positionMs))
}

/** The indexes of the cues on the screen at the playback position: several where imported ones overlap. */
export function useCuesShown(player: Player, cues: readonly Cue[]): readonly number[] {
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  // A text is compared by value: rendered only when they change.
  const shown = useSyncExternalStore(subscribe, () => cuesAt(cues, player.positionMs).join(' '))
  return useMemo(() => (shown === '' ? [] : shown.split(' ').map(Number)), [shown])
}
