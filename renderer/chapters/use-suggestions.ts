import { useMemo, useState } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import { type ChapterSuggestion, suggestChapters } from '#core/chapters/suggest-chapters'
import type { TranscriptSession } from '../session/transcript-session.ts'

export interface Suggestions {
  /** Suggestions neither accepted nor dismissed; null until requested, and when all are answered; empty: none was found. */
  readonly left: readonly ChapterSuggestion[] | null
  readonly ask: () => void
  readonly dismiss: (atMs: number) => void
}

/** Suggested starts of chapters, for the panel and the waveform. */
export function useSuggestions(session: TranscriptSession, chapters: readonly Chapter[]): Suggestions {
  const [suggested, setSuggested] = useState<readonly ChapterSuggestion[] | null>(null)
  return useMemo(() => {
    const left = suggested?.filter(({ atMs }) => chapters.every((chapter) => chapter.atMs !== atMs)) ?? null
    return {
      left: left?.length === 0 && suggested?.length !== 0 ? null : left,
      ask: () =>
        setSuggested(
          suggestChapters(
            session.state.transcript.paragraphs,
            chapters.map(({ atMs }) => atMs),
          ),
        ),
      dismiss: (atMs) =>
        setSuggested((now) => {
          const others = now?.filter((each) => each.atMs !== atMs) ?? []
          return others.length === 0 ? null : others
        }),
    }
  }, [suggested, session, chapters])
}
