import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import { withItem } from '#core/moments/with-item'
import { useStudio } from '../rpc/studio-context.tsx'
import { useListChange } from '../lists/use-list-change.ts'

const none: readonly Chapter[] = []

/** Chapters are moments of the recording, so that their events make this stale. */
const keyOf = (recordingId: string) => ['moments', 'chapters', recordingId]

/** The chapters of a recording, in order of time; none until they are loaded. */
export function useChapters(recordingId: string): readonly Chapter[] {
  const studio = useStudio()
  const { data = none } = useQuery({
    queryKey: keyOf(recordingId),
    queryFn: ({ signal }): Promise<readonly Chapter[]> =>
      studio.call('moments.chapters', { recordingId }, { signal }),
  })
  return data
}

export interface ChapterChanges {
  readonly set: (chapter: Chapter) => void
  readonly remove: (chapter: Chapter) => void
}

/** Changes are shown at once; one that fails is told and taken back. */
export function useChapterChanges(recordingId: string): ChapterChanges {
  const studio = useStudio()
  const change = useListChange<Chapter>(keyOf(recordingId))
  return useMemo(
    () => ({
      set: (chapter) =>
        change(
          (chapters) => withItem(chapters, chapter),
          () => studio.call('moments.setChapter', { recordingId, chapter }),
        ),
      remove: ({ id: momentId }) =>
        change(
          (chapters) => chapters.filter(({ id }) => id !== momentId),
          () => studio.call('moments.remove', { recordingId, momentId }),
        ),
    }),
    [studio, change, recordingId],
  )
}
