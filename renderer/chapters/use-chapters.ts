import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import { byTime } from '#core/moments/moment'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

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
  const queries = useQueryClient()
  const language = useLanguage()
  return useMemo(() => {
    const queryKey = keyOf(recordingId)
    const change = (
      by: (chapters: readonly Chapter[]) => readonly Chapter[],
      call: () => Promise<object>,
    ) => {
      const run = async (): Promise<void> => {
        // An answer that is on its way does not know of the change.
        await queries.cancelQueries({ queryKey })
        queries.setQueryData<readonly Chapter[]>(queryKey, (chapters = none) => by(chapters))
        try {
          await call()
        } finally {
          await queries.invalidateQueries({ queryKey })
        }
      }
      run().catch((error: unknown) => toastError(error, language))
    }
    return {
      set: (chapter) =>
        change(
          (chapters) => [...chapters.filter(({ id }) => id !== chapter.id), chapter].toSorted(byTime),
          () => studio.call('moments.setChapter', { recordingId, chapter }),
        ),
      remove: ({ id: momentId }) =>
        change(
          (chapters) => chapters.filter(({ id }) => id !== momentId),
          () => studio.call('moments.remove', { recordingId, momentId }),
        ),
    }
  }, [studio, queries, recordingId, language])
}
