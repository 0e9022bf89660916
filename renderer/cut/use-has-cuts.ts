import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { useCutStretches } from './use-cut-stretches.ts'

/** Whether something of a recording is cut, besides its trim. */
export function useHasCuts(session: TranscriptSession, recordingId: string): boolean {
  const { marks } = useTranscriptAfterTyping(session)
  const stretches = useCutStretches(recordingId)
  return stretches.length > 0 || marks.some(({ kind }) => kind === 'cut' || kind === 'cut-sound')
}
