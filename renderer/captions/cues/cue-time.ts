import { useCallback, useMemo } from 'react'
import { frameAt, frameRateOf, timecode } from '#core/formats/edit-lists/timecode'
import type { ProgramLanguage } from '#core/messages/messages'
import { presetOf, type RuledTranscript } from '#core/captions/presets/transcript-rules'
import { usePreferences } from '../../rpc/queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { exactTime } from '../../ui/exact-time.ts'
import { useLanguage } from '../../ui/words.tsx'

/** `12:28.140`; with a frame rate the number of the frame instead of the milliseconds: `00:12:28:03`. */
export function cueTime(ms: number, language: ProgramLanguage, frameRate: number | null): string {
  if (frameRate === null) return exactTime(ms, language)
  const rate = frameRateOf(frameRate)
  return timecode(frameAt(ms, rate), rate)
}

/**
 * Frame rate in which times of captions are shown; null for milliseconds. Follows the user's preference if
 * the rules count in frames.
 */
export function useShownFrameRate(transcript: RuledTranscript): number | null {
  const { captionTimes } = usePreferences()
  return captionTimes === 'frames' ? presetOf(transcript).frameRate : null
}

/** Formats times of a session's captions, from ms. */
export function useCueClock(session: TranscriptSession): (ms: number) => string {
  const language = useLanguage()
  const frameRate = useShownFrameRate(useSessionRules(session))
  return useCallback((ms) => cueTime(ms, language, frameRate), [language, frameRate])
}

/**
 * The part of a transcript that determines the rules of a session's captions; a new object only when that
 * changes.
 */
export function useSessionRules(session: TranscriptSession): RuledTranscript {
  const language = useSession(session, ({ transcript }) => transcript.language)
  const captionRules = useSession(session, ({ transcript }) => transcript.captionRules)
  return useMemo(
    () => ({ language, ...(captionRules === undefined ? {} : { captionRules }) }),
    [language, captionRules],
  )
}
