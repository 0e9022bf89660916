import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { type PlaceHandlers, useKeyActions } from '../../keys/use-key-actions.ts'
import type { Player } from './player.ts'

/** Change of speed per key press (oTranscribe uses an eighth; two presses make 0.25). */
const RATE_STEP = 0.125

export interface PlaybackKeysOptions {
  readonly player: Player
  readonly session: TranscriptSession
  /** Scrolls the text when a key seeks to another paragraph. */
  readonly onParagraph?: (paragraphId: string) => void
  /** Actions of the screen that do not concern playback: places to check, views, export; comments where it has them. */
  readonly others: PlaceHandlers<'recording' | 'moments'> & Partial<PlaceHandlers<'comments'>>
}

/**
 * The playback keys, active wherever the focus is on a recording's screen; the key bindings come from the settings. A
 * key that types a character works only while no text field has the focus, and Escape first closes whatever is open.
 */
export function usePlaybackKeys({ player, session, onParagraph, others }: PlaybackKeysOptions): void {
  const { playback } = usePreferences()
  useKeyActions<'playback' | 'recording' | 'moments'>({
    ...playbackHandlers({ player, session, playback, ...(onParagraph ? { onParagraph } : {}) }),
    ...others,
  })
}

export function playbackHandlers({
  player,
  session,
  playback,
  onParagraph,
}: {
  readonly player: Player
  readonly session: Pick<TranscriptSession, 'state'>
  readonly playback: { readonly shortSkipMs: number; readonly longSkipMs: number }
  readonly onParagraph?: (paragraphId: string) => void
}): PlaceHandlers<'playback'> {
  const toParagraph = (step: 1 | -1): void => {
    const paragraph = paragraphFrom(session.state.transcript, player.positionMs, step)
    if (paragraph === null) return
    player.seek(paragraph.startMs)
    onParagraph?.(paragraph.id)
  }
  const changeRate = (by: number): void =>
    player.setRate(Math.round((player.state.rate + by) * 1_000) / 1_000)
  return {
    play: () => player.toggle(),
    'back-short': () => player.skip(-playback.shortSkipMs),
    'forward-short': () => player.skip(playback.shortSkipMs),
    'back-long': () => player.skip(-playback.longSkipMs),
    'forward-long': () => player.skip(playback.longSkipMs),
    slower: () => changeRate(-RATE_STEP),
    faster: () => changeRate(RATE_STEP),
    loop: () => player.setLooping(!player.state.looping),
    follow: () => player.setFollowing(true),
    'paragraph-before': () => toParagraph(-1),
    'paragraph-after': () => toParagraph(1),
  }
}

/** If the position is further into a paragraph than this, "previous" goes to its own start. */
const INTO_MS = 1_500

/** The next or previous paragraph; null at the ends. */
export function paragraphFrom(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  ms: number,
  step: 1 | -1,
): { readonly id: string; readonly startMs: number } | null {
  let found: { id: string; startMs: number } | null = null
  for (const { id, words } of paragraphs) {
    const startMs = words[0]?.startMs
    if (startMs === undefined) continue
    if (step === 1 && startMs > ms && (found === null || startMs < found.startMs)) found = { id, startMs }
    if (step === -1 && startMs < ms - INTO_MS && (found === null || startMs > found.startMs))
      found = { id, startMs }
  }
  return found
}
