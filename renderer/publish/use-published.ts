import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { type PublishedKind, publishedName } from '#core/podcasts/published-name'
import { bytesOf } from '../exports/use-made-export.ts'
import { useStudio } from '../rpc/studio-context.tsx'

export interface Publishing {
  readonly recordingId: string
  /** Default: the recording's current transcript. */
  readonly transcriptId?: string
  /** Of the published sound; empty: none. Default: as the feed says. */
  readonly soundAddress?: string | undefined
  /** Sends what is not stored yet. */
  readonly prepare?: () => Promise<void>
}

export interface PublishedFile {
  readonly kind: PublishedKind
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type Published = Omit<CallOutput<'exports.publish'>, 'files'> & {
  readonly files: readonly PublishedFile[]
}

/**
 * The files published with an episode, generated again when its text or its chapters change
 * (rpc/invalidation.ts).
 */
export function usePublished({ recordingId, transcriptId, soundAddress, prepare }: Publishing) {
  const studio = useStudio()
  return useQuery({
    queryKey: ['publish', recordingId, transcriptId ?? '', soundAddress ?? null],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Published> => {
      await prepare?.()
      const of = {
        recordingId,
        ...(transcriptId === undefined ? {} : { transcriptId }),
        ...(soundAddress === undefined ? {} : { soundAddress }),
      }
      const { files, ...made } = await studio.call('exports.publish', of, { signal })
      return { ...made, files: files.map((file) => ({ ...file, bytes: bytesOf(file) })) }
    },
  })
}

/** Files with the names under which they are shown, written and listed in the feed. */
export const namedFiles = (files: readonly PublishedFile[], stem: string) =>
  files.map((file) => ({ ...file, fileName: publishedName(stem, file.kind).name }))
