import { useMemo, useState } from 'react'
import type { CueProblem } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import {
  translatedCues,
  type TranslatedCue,
  type TranslatedCues,
  translatedProblems,
} from '#core/captions/translations/translated-cues'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import type { ShownCues } from '../cues/cue-store.ts'
import { useShownLanguage } from './shown-translation.ts'

/** The other language's part of a row of the original. */
export interface RowTranslation {
  readonly language: string
  readonly rules: CaptionRules
  /** Its text and problems; null if it has none of its own. */
  readonly shown: TranslatedCue | null
  readonly problems: readonly CueProblem[]
  /** Number of the caption whose text is shown with this one too; null if there is none. */
  readonly shownWith: number | null
}

export interface ShownTranslation extends TranslatedCues {
  /** By index of the original's caption. */
  readonly rows: ReadonlyMap<number, RowTranslation>
  /** Rows without a text. */
  readonly missing: RowTranslation
  /** Indexes of the original's captions whose translations break a rule. */
  readonly broken: ReadonlySet<number>
}

/** The captions of the language shown with the original, updated once typing pauses; null for none. */
export function useTranslation(session: TranscriptSession, list: ShownCues): ShownTranslation | null {
  const language = useShownLanguage(session)
  const transcript = useTranscriptAfterTyping(session)
  const cues = useCuesAfterTyping(list, transcript)
  const { part } = list
  return useMemo(() => {
    if (language === null) return null
    const made = translatedCues(transcript, cues, language, undefined, part === undefined ? {} : { part })
    const { rules } = made
    const problems = translatedProblems(made)
    const rows = new Map<number, RowTranslation>()
    for (const [place, shown] of made.shown.entries()) {
      const [first, ...others] = shown.entry.cues
      if (first === undefined) continue
      rows.set(first.index, { language, rules, shown, problems: problems[place] ?? [], shownWith: null })
      for (const { index } of others)
        rows.set(index, { language, rules, shown: null, problems: [], shownWith: first.index + 1 })
    }
    for (const [index, owner] of made.continued) {
      if (!rows.has(index))
        rows.set(index, { language, rules, shown: null, problems: [], shownWith: owner + 1 })
    }
    const missing = { language, rules, shown: null, problems: [], shownWith: null }
    const broken = new Set([...rows].flatMap(([index, row]) => (row.problems.length > 0 ? [index] : [])))
    return { ...made, rows, missing, broken }
  }, [transcript, cues, language, part])
}

/**
 * While a person types in a caption, the captions before that, as all texts in the other language are placed anew for
 * others; but not if their number changes, as the texts are shown by it.
 */
function useCuesAfterTyping(list: ShownCues, transcript: Transcript): readonly Cue[] {
  const [before, setBefore] = useState(list.cues)
  const isTyping = list.transcript !== transcript && before.length === list.cues.length
  if (isTyping || before === list.cues) return before
  setBefore(list.cues)
  return list.cues
}
