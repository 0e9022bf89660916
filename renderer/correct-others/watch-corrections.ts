import { changedWords, madeCorrection, type MadeCorrection } from '#core/glossary/changed-words'
import type { Paragraph } from '#core/transcript/transcript'
import type { SessionChange, TranscriptSession } from '../session/transcript-session.ts'
import { transcriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { CorrectionPlace } from './correction-place.ts'

/** A correction with its current words. */
export interface FoundCorrection {
  readonly made: MadeCorrection
  readonly paragraphId: string
  readonly wordIds: readonly string[]
}

/**
 * Changes that are not corrections of single words: by the studio or another window, or of many places at
 * once.
 */
const otherOrigins: ReadonlySet<unknown> = new Set(['studio', 'find', 'correct-others', 'fillers'])

/**
 * Calls `onCorrection` once a person has corrected recognized words and left them, so that half-typed words
 * do not count. Returns the function that stops it.
 */
export function watchCorrections(
  session: TranscriptSession,
  place: CorrectionPlace,
  onCorrection: (found: FoundCorrection) => void,
): () => void {
  /** Paragraphs before the words at the caret were changed. */
  const former = new Map<string, Paragraph>()

  const note = ({ before, touched, origin }: SessionChange): void => {
    const [id] = touched.paragraphIds
    if (id === undefined) return
    if (touched.paragraphIds.length > 1 || otherOrigins.has(origin)) {
      for (const each of touched.paragraphIds) former.delete(each)
      return
    }
    const old = former.has(id) ? undefined : before.paragraphs.find((paragraph) => paragraph.id === id)
    if (old !== undefined) former.set(id, old)
  }
  const look = (): void => {
    if (former.size === 0) return
    const { paragraphs, language } = session.state.transcript
    for (const [id, old] of former) {
      const now = paragraphs.find((paragraph) => paragraph.id === id)
      const changed = now === undefined ? null : changedWords(old.words, now.words)
      if (now !== undefined && changed !== null && place.isAt(now, changed)) continue
      former.delete(id)
      if (now === undefined || changed === null) continue
      const made = madeCorrection(changed, now.words, now.language === 'und' ? language : now.language)
      if (made === null) continue
      onCorrection({ made, paragraphId: id, wordIds: changed.after.map((word) => word.id) })
    }
  }
  // The focus has only left after the event.
  const onFocusOut = (): void => queueMicrotask(look)
  const stops = [session.onChange(note), transcriptAfterTyping(session, look), place.onMove(look)]
  document.addEventListener('focusout', onFocusOut)
  return () => {
    document.removeEventListener('focusout', onFocusOut)
    for (const stop of stops) stop()
  }
}
