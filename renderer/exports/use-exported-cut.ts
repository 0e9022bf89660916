import { useState } from 'react'
import { useHasCuts } from '../cut/use-has-cuts.ts'
import { type RecordingCut, useRecordingCut } from '../cut/use-recording-cut.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'

/** Whether files have the cut or the whole recording. */
export interface ExportedCut {
  /** Whether that can be chosen: nothing is cut otherwise. */
  readonly isOffered: boolean
  readonly isCut: boolean
  /** Identifies the cut if files have it; null: the whole recording. */
  readonly key: string | null
  readonly cut: RecordingCut
  readonly choose: (isCut: boolean) => void
}

/** At first the cut where there is one; a recording that is trimmed alone is exported in its own time unless that is chosen. */
export function useExportedCut(session: TranscriptSession, recording: OpenRecording): ExportedCut {
  const isPlain = !useHasCuts(session, recording.id)
  // How loud it is matters at edges of cuts only.
  const cut = useRecordingCut(session, isPlain ? { ...recording, playable: false } : recording)
  const [chosen, choose] = useState<boolean | null>(null)
  const hasCuts = cut.cuts.length > 0
  const isOffered = hasCuts || recording.trim !== null
  const isCut = isOffered && (chosen ?? hasCuts)
  const key = isCut ? JSON.stringify([cut.keptMs, cut.cuts.length, cut.stretches]) : null
  return { isOffered, isCut, key, cut, choose }
}
