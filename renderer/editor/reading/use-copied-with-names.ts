import { type RefObject, useEffect } from 'react'
import { copiedText } from '#core/formats/documents/copied-text'
import { placeholderIn } from '#core/outgoing/placeholder'
import { redactedParts } from '#core/redaction/redacted-parts'
import { redactedWords } from '#core/transcript/redacted-words'
import type { Transcript } from '#core/transcript/transcript'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useSay } from '../../ui/words.tsx'
import { putOnClipboard } from '../surface/copied-words.ts'
import { selectedParts } from './selected-parts.ts'

/** Copies as the editor does: several paragraphs with speaker names, a single one without. */
export function useCopiedWithNames(
  view: RefObject<Element | null>,
  transcript: Pick<Transcript, 'speakers' | 'paragraphs' | 'marks' | 'language'>,
): void {
  const { speakers, paragraphs, marks, language } = transcript
  const say = useSay()
  const { timesInCopiedText: times } = usePreferences()
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const selection = window.getSelection()
      if (view.current === null || event.clipboardData === null || !selection?.rangeCount) return
      const selected = selectedParts(view.current, selection.getRangeAt(0), paragraphs)
      const placeholder = placeholderIn(language)
      const parts = redactedParts(selected, redactedWords({ paragraphs, marks, speakers }), placeholder)
      const speakerLabel = (number: number): string => say('speaker.numbered', { number })
      const shown = copiedText(speakers, parts, { speakerLabel, times })
      if (shown === null && parts === selected) return
      const words = parts.map(({ text }) => text).join('\n')
      putOnClipboard(event.clipboardData, { shown: shown ?? words, words })
      event.preventDefault()
    }
    // Listens on the document: if the whole page is selected, the event does not reach the view.
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [view, speakers, paragraphs, marks, language, say, times])
}
