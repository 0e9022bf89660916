import { useEffect, useMemo, useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import type { ExportFormat, ExportOptions } from '#contracts/calls/exports'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'

export type MadeFile = CallOutput<'exports.make'>

export interface ExportState {
  /** Of the last question that was answered: it stays to be read while the next is on its way. */
  readonly made: MadeFile | null
  /** `made` is what was asked for. */
  readonly isFresh: boolean
  readonly error: unknown
}

/** The file as the studio makes it, anew with every choice and every correction; what was typed is kept first. */
export function useMadeExport(
  session: TranscriptSession,
  format: ExportFormat,
  { speakerNames, times, firstPage, captionNames }: ExportOptions,
): ExportState {
  const studio = useStudio()
  const transcript = useTranscriptAfterTyping(session)
  const question = useMemo(
    () => ({
      transcriptId: transcript.id,
      of: transcript,
      format,
      options: { speakerNames, times, firstPage, captionNames },
    }),
    [transcript, format, speakerNames, times, firstPage, captionNames],
  )
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const make = async (): Promise<MadeFile> => {
      await session.flush()
      const { transcriptId, options } = question
      return studio.call('exports.make', { transcriptId, format: question.format, options }, { signal })
    }
    const ask = async (): Promise<Answer> => {
      try {
        return { question, made: await make(), error: null }
      } catch (error) {
        // Shown in place of the preview, with its way on.
        return { question, made: null, error }
      }
    }
    const show = async (): Promise<void> => {
      const given = await ask()
      if (!signal.aborted) setAnswer(given)
    }
    void show()
    return () => controller.abort()
  }, [studio, session, question])
  const isFresh = answer?.question === question
  return { made: answer?.made ?? null, isFresh, error: isFresh ? answer.error : null }
}

interface Answer {
  /** By identity: the question that was asked. */
  readonly question: object
  readonly made: MadeFile | null
  readonly error: unknown
}

export function bytesOf({ base64 }: MadeFile): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
