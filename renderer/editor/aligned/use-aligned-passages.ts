import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type UnspokenPassage, unspokenPassages } from '#core/align/unspoken-passages'
import { type UnwrittenPassage, unwrittenPassages } from '#core/align/unwritten-passages'
import type { Transcript } from '#core/transcript/transcript'
import { useRecognized } from '../../rpc/transcript-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { unpackTranscript } from '../../session/unpack-transcript.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'

export interface AlignedPassages {
  /** File name of the aligned text. */
  readonly fileName: string
  readonly unspoken: readonly UnspokenPassage[]
  /** Null until they are found, or if they cannot be. */
  readonly unwritten: readonly UnwrittenPassage[] | null
  /** The recognized transcript no longer exists. */
  readonly isGone: boolean
  /** Why it could not be read; null if nothing failed. */
  readonly error: Error | null
}

/** Comparing two hours takes some tenths of a second, so it waits for a pause in typing. */
const REST_MS = 1_500

/**
 * The differences between an aligned text and the speech; null for a transcript that is not an aligned text.
 */
export function useAlignedPassages(session: TranscriptSession, durationMs: number): AlignedPassages | null {
  const transcript = useTranscriptAfterTyping(session)
  const fileName = alignedFileOf(transcript)
  const { data, error } = useRecognized(transcript.id, fileName !== null)
  const recognized = useMemo(() => (data == null ? null : unpackTranscript(data)), [data])
  const [unwritten, setUnwritten] = useState<readonly UnwrittenPassage[] | null>(null)
  const hasLooked = useRef(false)
  const look = useCallback(
    (text: Transcript): void => {
      if (recognized === null) return
      hasLooked.current = true
      setUnwritten(unwrittenPassages(text, recognized, durationMs))
    },
    [recognized, durationMs],
  )
  useEffect(() => {
    // The text as it is by then: what was decided meanwhile is not listed again.
    const timer = setTimeout(() => look(session.state.transcript), hasLooked.current ? REST_MS : 0)
    return () => clearTimeout(timer)
    // A search follows each change of the text.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, look, transcript])
  // What was decided in the list to check is not listed a moment longer.
  useEffect(
    () => session.onChange(({ after, origin }) => (origin === 'check' ? look(after) : undefined)),
    [session, look],
  )
  const unspoken = useMemo(() => unspokenPassages(transcript), [transcript])
  const isGone = data === null
  return useMemo(
    () => (fileName === null ? null : { fileName, unspoken, unwritten, isGone, error }),
    [fileName, unspoken, unwritten, isGone, error],
  )
}

/** The file of the text that a transcript was aligned from; null for another transcript. */
export function alignedFileOf({ run }: Pick<Transcript, 'run'>): string | null {
  const { alignedText } = run.settings
  return typeof alignedText === 'string' ? alignedText : null
}
