import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { ClipChoices } from '#core/clips/clip-choices'
import type { TimeSpan } from '#core/transcript/time-span'
import { useStudio } from '../rpc/studio-context.tsx'

export type ShownClip = CallOutput<'exports.clip'>

export interface ClipOf {
  readonly transcriptId: string
  readonly span: TimeSpan
  readonly isCut: boolean
  readonly choices: ClipChoices
}

/** What a clip shows, as its film does; what was shown stays until that is known. */
export function useClip({ transcriptId, span, isCut, choices }: ClipOf, prepare: () => Promise<void>) {
  const studio = useStudio()
  const of = {
    transcriptId,
    fromMs: Math.round(span.startMs),
    toMs: Math.round(span.endMs),
    cut: isCut,
    choices,
  }
  return useQuery({
    queryKey: ['publish', 'clip', of],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      await prepare()
      return studio.call('exports.clip', of, { signal })
    },
  })
}

/** Pictures that clips of a transcript can have besides a wave. */
export function useClipPictures(transcriptId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: ['recordings', 'clip-pictures', transcriptId],
    queryFn: ({ signal }) => studio.call('exports.clipPictures', { transcriptId }, { signal }),
  })
}
