import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { FeedSound } from '#core/podcasts/feed-lines'
import { type PublishedKind, publishedName } from '#core/podcasts/published-name'
import { bytesOf } from '../exports/use-made-export.ts'
import { useStudio } from '../rpc/studio-context.tsx'

export interface Publishing {
  readonly recordingId: string
  /** Default: the recording's current transcript. */
  readonly transcriptId?: string
  /** Of the published sound; empty: none. Default: as the feed says. */
  readonly soundAddress?: string | undefined
  /** Name of a new file of the sound. */
  readonly soundName?: string | undefined
  /** The cut or the whole recording. Default: the cut if there is one, unless the feed has the sound already. */
  readonly cut?: boolean | undefined
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
export function usePublished({
  recordingId,
  transcriptId,
  soundAddress,
  soundName,
  cut,
  prepare,
}: Publishing) {
  const studio = useStudio()
  return useQuery({
    queryKey: [
      'publish',
      recordingId,
      transcriptId ?? '',
      soundAddress ?? null,
      soundName ?? null,
      cut ?? null,
    ],
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Published> => {
      await prepare?.()
      const of = {
        recordingId,
        ...(transcriptId === undefined ? {} : { transcriptId }),
        ...(soundAddress === undefined ? {} : { soundAddress }),
        ...(soundName === undefined ? {} : { soundName }),
        ...(cut === undefined ? {} : { cut }),
      }
      const { files, ...made } = await studio.call('exports.publish', of, { signal })
      return { ...made, files: files.map((file) => ({ ...file, bytes: bytesOf(file) })) }
    },
  })
}

/** The files with notes as they are typed; none without any. */
export const withNotes = (files: readonly PublishedFile[], text: string): readonly PublishedFile[] => [
  ...files.filter(({ kind }) => kind !== 'notes'),
  ...(text.trim() === ''
    ? []
    : [{ kind: 'notes' as const, mediaType: 'text/plain', bytes: new TextEncoder().encode(text) }]),
]

/** Files with the names under which they are shown, written and listed in the feed. */
export const namedFiles = (files: readonly PublishedFile[], stem: string) =>
  files.map((file) => ({ ...file, fileName: publishedName(stem, file.kind).name }))

/** What the feed's lines say of the sound; null if there is none, or the feed has its line. `madeBytes`: of a new file. */
export function feedSoundOf(
  { sound, soundAddress, isInFeed }: Published,
  madeBytes: number | null,
): FeedSound | null {
  if (sound === null || isInFeed) return null
  const bytes = sound.bytes ?? madeBytes
  return bytes === null ? null : { ...sound, bytes, address: soundAddress }
}
