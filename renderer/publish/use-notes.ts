import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { MAX_SHOW_NOTES } from '#core/podcasts/show-notes'
import { CallFailed } from '../rpc/call-failed.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { createUnsavedNotes } from './unsaved-notes.ts'
import type { Published } from './use-published.ts'

/** Typing that pauses this long is saved. */
const PAUSE_MS = 800

export interface Notes {
  readonly text: string
  /** A person edited them; else they are a draft. */
  readonly isEdited: boolean
  readonly type: (text: string) => void
  /** Saves what was typed. */
  readonly keep: () => void
  /** Replaces them; null: by a draft. */
  readonly replace: (text: string | null) => Promise<void>
}

const isLost = (reason: unknown): boolean =>
  reason instanceof CallFailed && reason.error.code === 'connection.lost'

/** An episode's notes: a draft until something is typed, which is kept at once. */
export function useNotes(recordingId: string, stored: Published['notes'] | undefined): Notes {
  const studio = useStudio()
  const queries = useQueryClient()
  const language = useLanguage()
  const say = useSay()
  const kept = useMemo(() => createUnsavedNotes(localStorage, recordingId), [recordingId])
  // Typed before the page or the program ended.
  const [before] = useState(() => kept.read())
  const [typed, setTyped] = useState(() => before?.text ?? null)
  const unsaved = useRef(typed)
  const timesTyped = useRef(0)
  // The edited notes of which these are made; null: a draft; undefined before anything is typed.
  const over = useRef(before?.over)
  const keep = useCallback((): void => {
    const text = unsaved.current
    if (text === null) return
    unsaved.current = null
    const { current: former = null } = over
    over.current = text
    studio.call('exports.setShowNotes', { recordingId, text, over: former }).then(
      ({ other }) => {
        if (other === undefined) {
          kept.saved(text)
          return
        }
        // Neither is lost: the person sees both, and decides.
        const both = `${other}\n\n---\n\n${unsaved.current ?? text}`
        unsaved.current = both
        over.current = other
        kept.put({ text: both, over: other })
        setTyped(both)
        toast.show({ text: say('publish.notes.both'), stays: true })
      },
      (reason: unknown) => {
        if (over.current === text) over.current = former
        unsaved.current ??= text
        // The page says it already, and saves them once the program is back.
        if (!isLost(reason)) toastError(reason, language)
      },
    )
  }, [studio, recordingId, kept, language, say])
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(keep, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, keep])
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      // A dialog that closes leaves its field without a blur.
      keep()
    }
  }, [keep])
  return {
    text: typed ?? stored?.text ?? '',
    isEdited: typed !== null || stored?.isEdited === true,
    type(text) {
      const next = text.slice(0, MAX_SHOW_NOTES)
      unsaved.current = next
      timesTyped.current += 1
      if (over.current === undefined) over.current = stored?.isEdited === true ? stored.text : null
      kept.put({ text: next, over: over.current })
      setTyped(next)
    },
    keep,
    async replace(text) {
      const left = unsaved.current
      const times = timesTyped.current
      unsaved.current = null
      try {
        await studio.call('exports.setShowNotes', { recordingId, text })
      } catch (error) {
        unsaved.current ??= left
        throw error
      }
      over.current = text
      // What is typed meanwhile stays, and is saved as any other.
      if (unsaved.current === null) kept.clear()
      else kept.put({ text: unsaved.current, over: text })
      await queries.invalidateQueries({ queryKey: ['publish', recordingId] })
      if (timesTyped.current === times) setTyped(text)
    },
  }
}
