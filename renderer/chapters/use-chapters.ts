import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import { withItem } from '#core/moments/with-item'
import { useListChange } from '../lists/use-list-change.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { ChapterHistory } from './chapter-history.ts'

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

export interface ChapterStore {
  readonly find: (id: string) => Chapter | null
  /** False if it failed, which was told. */
  readonly set: (chapter: Chapter) => Promise<boolean>
  readonly remove: (chapter: Chapter) => Promise<boolean>
}

/** Changes are shown at once; one that fails is told and taken back. */
function useChapterStore(recordingId: string): ChapterStore {
  const studio = useStudio()
  const queries = useQueryClient()
  const change = useListChange<Chapter>(keyOf(recordingId))
  return useMemo(
    () => ({
      find: (id) =>
        queries.getQueryData<readonly Chapter[]>(keyOf(recordingId))?.find((each) => each.id === id) ?? null,
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
    [studio, queries, change, recordingId],
  )
}

/** Changes of the chapters of a recording, undone in one order with those of its text. */
export function useChapterHistory(recordingId: string, session: TranscriptSession): ChapterHistory {
  const store = useChapterStore(recordingId)
  const history = useMemo(() => new ChapterHistory(session, store), [session, store])
  useEffect(() => history.start(), [history])
  return history
}
