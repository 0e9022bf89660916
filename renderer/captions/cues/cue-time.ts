import { useCallback, useMemo } from 'react'
import { frameTimecode } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { ProgramLanguage } from '#core/messages/messages'
import { frameGridOf, rulesOf, type RuledTranscript } from '#core/captions/presets/transcript-rules'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'
import { exactTime } from '#core/notation/lengths'
import { useLanguage } from '../../ui/words.tsx'

/** `12:28.140`; with frames the number of the one on the screen instead of the milliseconds: `00:12:28:03`. */
export function cueTime(ms: number, language: ProgramLanguage, frames: FrameGrid | null): string {
  return frames === null ? exactTime(ms, language) : frameTimecode(ms, frames)
}

/**
 * Frames in which times of captions are shown; null for milliseconds. Follows the user's preference if there are
 * frames: the video's, else those of the rules.
 */
export function useShownFrames(transcript: RuledTranscript): FrameGrid | null {
  const { captionTimes } = usePreferences()
  const { language, captionRules, frames } = transcript
  return useMemo(() => {
    if (captionTimes !== 'frames') return null
    return frameGridOf({
      language,
      ...(captionRules === undefined ? {} : { captionRules }),
      ...(frames === undefined ? {} : { frames }),
    })
  }, [captionTimes, language, captionRules, frames])
}

/** Frames on which set times lie: the video's, however times are shown; without a video those that are shown. */
export function useSetFrames(transcript: RuledTranscript): FrameGrid | null {
  const shown = useShownFrames(transcript)
  return rulesOf(transcript).frames ?? shown
}

/** Formats times of a session's captions, from ms. */
export function useCueClock(session: TranscriptSession): (ms: number) => string {
  const language = useLanguage()
  const frames = useShownFrames(useSessionRules(session))
  return useCallback((ms) => cueTime(ms, language, frames), [language, frames])
}

/**
 * The part of a transcript that determines the rules of a session's captions; a new object only when that
 * changes.
 */
export function useSessionRules(session: TranscriptSession): RuledTranscript {
  const language = useSession(session, ({ transcript }) => transcript.language)
  const captionRules = useSession(session, ({ transcript }) => transcript.captionRules)
  const frames = useSession(session, ({ transcript }) => transcript.frames)
  return useMemo(
    () => ({
      language,
      ...(captionRules === undefined ? {} : { captionRules }),
      ...(frames === undefined ? {} : { frames }),
    }),
    [language, captionRules, frames],
  )
}
