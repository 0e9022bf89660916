import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import { withItem } from '#core/moments/with-item'
import { type StepSession, useStepChange } from '../session/use-step-change.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { type ChapterChanges, changedBy } from './chapter-changes.ts'

const none: readonly Chapter[] = []

/** Chapters are moments of the recording, so their events invalidate this. */
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

/** Changes of the chapters of a recording, in one undo order with those of its text. */
export function useChapterChanges(recordingId: string, session: StepSession): ChapterChanges {
  const studio = useStudio()
  const queries = useQueryClient()
  const steps = useStepChange<Chapter>(recordingId, keyOf(recordingId), session)
  return useMemo(() => {
    const find = (id: string): Chapter | null =>
      queries.getQueryData<readonly Chapter[]>(keyOf(recordingId))?.find((each) => each.id === id) ?? null
    return {
      isThere: (id) => find(id) !== null,
      change({ before, after }, joins) {
        if (after === null) {
          const momentId = before?.id ?? ''
          return steps.change(
            (chapters) => chapters.filter(({ id }) => id !== momentId),
            (stepId) => studio.call('moments.remove', { recordingId, momentId, stepId }),
            { stepId: joins },
          )
        }
        const chapter = changedBy(before, after, find(after.id))
        return steps.change(
          (chapters) => withItem(chapters, chapter),
          (stepId) => studio.call('moments.setChapter', { recordingId, chapter, stepId }),
          { stepId: joins },
        )
      },
      takeBack: (stepId) => steps.takeBack(stepId),
    }
  }, [studio, queries, steps, recordingId])
}
