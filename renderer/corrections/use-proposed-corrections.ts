import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { openCorrections, type OpenCorrection } from '#core/corrections/open-corrections'
import type { ProposedCorrections } from '#core/corrections/proposed-corrections'
import type { Transcript } from '#core/transcript/transcript'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'

const none: readonly ProposedCorrections[] = []

/** What was proposed to a transcript and can still be decided, set by set. */
export function useProposedCorrections(transcript: Transcript): readonly OpenCorrection[] {
  const studio = useStudio()
  const { data = none } = useQuery({
    queryKey: queryKeys.corrections(transcript.id),
    queryFn: ({ signal }) => studio.call('corrections.list', { transcriptId: transcript.id }, { signal }),
  })
  return useMemo(() => openCorrections(transcript, data), [transcript, data])
}
