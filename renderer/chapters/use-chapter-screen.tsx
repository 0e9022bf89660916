import { type ReactNode, useMemo } from 'react'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { addChapter } from './add-chapter.ts'
import { MapChapters, WaveChapters } from './chapter-pins.tsx'
import { ChaptersPanel } from './chapters-panel.tsx'
import { useChapterChanges, useChapters } from './use-chapters.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface ChapterScreenParts {
  readonly recordingId: string
  readonly session: TranscriptSession
  /** Where a new chapter begins, in ms. */
  readonly place: () => number
  readonly goTo: (atMs: number) => void
  readonly seek: (atMs: number) => void
}

/** Everything about chapters on the screen of a recording: list, lines over the sound, headings in the text. */
export function useChapterScreen({ recordingId, session, place, goTo, seek }: ChapterScreenParts) {
  const say = useSay()
  const chapters = useChapters(recordingId)
  const changes = useChapterChanges(recordingId, session)
  const suggestions = useSuggestions(session, chapters)
  const suggested = suggestions.left ?? []
  const add = (atMs: number): void => {
    if (!addChapter(changes, chapters, { id: session.newId(), atMs }))
      toast.show({ text: say('chapters.there-already') })
  }
  const headings = useMemo(
    () =>
      chapters.map(({ id, atMs, title }, index) => {
        const number = index + 1
        const text =
          title === '' ? say('chapters.nameless', { number }) : say('chapters.numbered', { number, title })
        return { id, atMs, text }
      }),
    [chapters, say],
  )
  const titles = useMemo(
    () =>
      chapters.map(({ atMs, title }, index) => {
        const number = index + 1
        const text = title === '' ? String(number) : say('chapters.numbered', { number, title })
        return { atMs, untilMs: chapters[index + 1]?.atMs ?? Infinity, text }
      }),
    [chapters, say],
  )
  return {
    headings,
    titles,
    wave: (wave: WaveStore): ReactNode => (
      <WaveChapters
        wave={wave}
        session={session}
        chapters={chapters}
        titles={titles}
        changes={changes}
        suggested={suggested}
        onAdd={add}
        onDismiss={suggestions.dismiss}
        onGo={seek}
      />
    ),
    map: (lengthMs: number): ReactNode => (
      <MapChapters chapters={chapters} suggested={suggested} durationMs={lengthMs} />
    ),
    panel: (
      <ChaptersPanel
        chapters={chapters}
        changes={changes}
        suggestions={suggestions}
        onAdd={add}
        place={place}
        onGo={goTo}
      />
    ),
  }
}
