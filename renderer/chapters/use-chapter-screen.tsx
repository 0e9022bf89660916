import { type ReactNode, useMemo, useState } from 'react'
import type { Chapter } from '#core/chapters/chapter'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { WaveTitle } from '../sound/waveform/wave-rows.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { toast } from '../ui/toast.tsx'
import { type Say, useSay } from '../ui/words.tsx'
import { addChapter } from './add-chapter.ts'
import type { ChapterChanges, ChapterStep } from './chapter-changes.ts'
import { MapChapters, WaveChapters } from './chapter-pins.tsx'
import { useChapterChanges, useChapters } from './use-chapters.ts'
import { type Suggestions, useSuggestions } from './use-suggestions.ts'

export interface ChapterScreenParts {
  readonly recordingId: string
  readonly session: TranscriptSession
  /** Where a new chapter begins, in ms. */
  readonly place: () => number
  readonly goTo: (atMs: number) => void
  readonly seek: (atMs: number) => void
  readonly focusText: () => void
  /** One was added over the sound: its title is to be typed. */
  readonly onAdded: () => void
}

/** The chapter whose title is typed. */
export interface OpenChapter {
  readonly id: string
  /** Gives the focus back, once the title is typed. */
  readonly onLeave: () => void
}

/** What the list of notes needs of chapters. */
export interface ChapterScreen {
  readonly list: readonly Chapter[]
  readonly suggestions: Suggestions
  readonly opened: OpenChapter | null
  readonly setOpened: (opened: OpenChapter | null) => void
  /** Adds a chapter and opens its title; says so if one begins there already. `atMs`: default the place. */
  readonly add: (onLeave: () => void, atMs?: number) => void
  readonly rename: (chapter: Chapter, title: string) => void
  /** Moves its start to the place. */
  readonly move: (chapter: Chapter) => void
  readonly remove: (chapter: Chapter) => void
  readonly goTo: (atMs: number) => void
  readonly wave: (wave: WaveStore) => ReactNode
  readonly map: (durationMs: number) => ReactNode
  /** Titles over the waveform. */
  readonly titles: readonly WaveTitle[]
  /** Headings in the text. */
  readonly headings: readonly { readonly id: string; readonly atMs: number; readonly text: string }[]
}

/** Everything about chapters on the screen of a recording: list, lines over the sound, headings in the text. */
export function useChapterScreen(parts: ChapterScreenParts): ChapterScreen {
  const { recordingId, session, place, goTo, seek, focusText, onAdded } = parts
  const say = useSay()
  const chapters = useChapters(recordingId)
  const changes = useChapterChanges(recordingId, session)
  const suggestions = useSuggestions(session, chapters)
  const suggested = suggestions.left ?? []
  const [opened, setOpened] = useState<OpenChapter | null>(null)
  const add: ChapterScreen['add'] = (onLeave, atMs = Math.round(place())) => {
    const id = session.newId()
    if (addChapter(changes, chapters, { id, atMs })) setOpened({ id, onLeave })
    else toast.show({ text: say('chapters.there-already') })
  }
  const { remove, move } = undoableActs(changes, say, place)
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
    list: chapters,
    suggestions,
    opened,
    setOpened,
    add,
    rename(chapter, title) {
      if (changes.isThere(chapter.id)) changes.change({ before: chapter, after: { ...chapter, title } })
    },
    move,
    remove,
    goTo,
    headings,
    titles,
    wave: (wave) => (
      <WaveChapters
        wave={wave}
        session={session}
        chapters={chapters}
        titles={titles}
        changes={changes}
        suggested={suggested}
        onAdd={(atMs) => {
          add(focusText, atMs)
          onAdded()
        }}
        onDismiss={suggestions.dismiss}
        onGo={seek}
      />
    ),
    map: (lengthMs) => <MapChapters chapters={chapters} suggested={suggested} durationMs={lengthMs} />,
  }
}

/** Deleting and moving, each with a button that undoes it. */
function undoableActs(
  changes: ChapterChanges,
  say: Say,
  place: () => number,
): Pick<ChapterScreen, 'remove' | 'move'> {
  const undoable = (step: ChapterStep, text: string): void => {
    const stepId = changes.change(step)
    toast.show({ text, action: { label: say('moments.undo'), run: () => changes.takeBack(stepId) } })
  }
  return {
    remove: (chapter) => undoable({ before: chapter, after: null }, say('chapters.deleted')),
    move(chapter) {
      const atMs = Math.round(place())
      if (atMs === chapter.atMs) return
      const step = { before: chapter, after: { ...chapter, atMs } }
      undoable(step, say('chapters.moved', { time: formatDuration(atMs) }))
    },
  }
}
