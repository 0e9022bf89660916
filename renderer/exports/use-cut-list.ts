import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { CutListId } from '#core/cut/lists/cut-lists'
import type { OutputOptions } from '#core/formats/output-options'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useStudio } from '../rpc/studio-context.tsx'

export type MadeList = CallOutput<'exports.cutList'>

export interface ShownList {
  readonly data: MadeList | undefined
  readonly error: unknown
}

/** The list that is shown, made again when the cut changes; `id` null: none is. */
export function useCutList(
  session: TranscriptSession,
  id: CutListId | null,
  cut: string | null,
  { frameRate, dropFrame }: Pick<OutputOptions, 'frameRate' | 'dropFrame'>,
): ShownList {
  const studio = useStudio()
  const { transcriptId } = session
  return useQuery({
    queryKey: ['cut-list', transcriptId, id, cut, frameRate, dropFrame],
    queryFn: async ({ signal }) => {
      await session.flush()
      const question = { transcriptId, list: id ?? 'cut-edl', frameRate, dropFrame } as const
      return await studio.call('exports.cutList', question, { signal })
    },
    enabled: id !== null && cut !== null,
    staleTime: 0,
  })
}
