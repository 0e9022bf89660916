import { useMemo } from 'react'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Speaker } from '#core/transcript/transcript'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { type Say, useSay } from '../ui/words.tsx'

export function namesOf(speakers: readonly Speaker[], say: Say): ReadonlyMap<string, string> {
  return speakerNames(speakers, (number) => say('speaker.numbered', { number }))
}

/** Displayed names by speaker id. */
export function useSpeakerNames(session: TranscriptSession): ReadonlyMap<string, string> {
  const say = useSay()
  const speakers = useSession(session, (state) => state.transcript.speakers)
  return useMemo(() => namesOf(speakers, say), [speakers, say])
}
