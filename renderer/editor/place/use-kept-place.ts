import { useLayoutEffect, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { findWord } from '#core/edits/places'
import type { EditorStore } from '../editor-store.ts'
import type { TextPlace } from '../surface/text-place.ts'
import type { Surface } from '../surface/surface.ts'
import type { Player } from '../../sound/player/player.ts'
import { keepPlace, keptPlace } from './kept-places.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'

/** Positions this close are equal: media elements round to their own clock. */
const SAME_MS = 20

/** The user's place in a recording, for all its views: playback position, caret and visible text. */
export interface PlaceOfViews {
  /** The text was mounted (again): it scrolls to the place. */
  arrive(surface: Surface): void
  /** The text is about to be unmounted. */
  leave(place: TextPlace): void
  /** A caption was chosen: the text moves to its first word. */
  readonly chooseCue: (cue: Cue) => void
}

export interface PlaceOptions {
  readonly recordingId: string
  readonly session: Pick<TranscriptSession, 'state'>
  readonly player: Player
  /** Start position; undefined: the user's last position. */
  readonly atMs: number | undefined
}

export function createPlace({ recordingId, session, player, atMs }: PlaceOptions): PlaceOfViews & {
  keep(surface: Surface | null): void
} {
  const kept = atMs === undefined ? keptPlace(localStorage, recordingId) : null
  let text = kept?.text ?? null
  let textMs = kept?.textMs ?? -Infinity
  let cue: Cue | null = null
  const leave = (place: TextPlace): void => {
    text = place
    textMs = player.positionMs
  }
  const soundMs = (): number => {
    const ms = player.positionMs
    if (cue === null || ms < cue.startMs - SAME_MS || ms > cue.endMs + SAME_MS) return ms
    const { paragraphs } = session.state.transcript
    const place = findWord(session.state.transcript, cue.wordIds[0] ?? '')
    return (place && paragraphs[place.paragraph]?.words[place.word]?.startMs) ?? ms
  }
  return {
    arrive(surface) {
      const hasMoved = Math.abs(player.positionMs - textMs) > SAME_MS
      if (!hasMoved && text !== null && surface.goToPlace(text)) return
      const ms = soundMs()
      // At the very beginning the text is already in place.
      if (ms > 0) surface.goToTime(ms)
    },
    leave,
    chooseCue: (chosen) => {
      cue = chosen
    },
    keep(surface) {
      if (surface !== null) leave(surface.place)
      keepPlace(localStorage, recordingId, {
        positionMs: player.positionMs,
        text,
        textMs: Number.isFinite(textMs) ? textMs : -1,
      })
    },
  }
}

/** The place on a recording's page; stored when the page is left, hidden or closed. */
export function useKeptPlace(options: PlaceOptions, store: EditorStore): PlaceOfViews {
  const [place] = useState(() => createPlace(options))
  // Runs before the text and the player are removed.
  useLayoutEffect(() => {
    const keep = (): void => place.keep(store.getState().surface)
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') keep()
    }
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', onVisibility)
      keep()
    }
  }, [place, store])
  return place
}
