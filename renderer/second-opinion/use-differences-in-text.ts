import { useEffect } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import type { Paragraph } from '#core/transcript/transcript'
import type { Surface } from '../editor/surface/surface.ts'
import type { ParagraphHits } from '../editor/surface/text-marks.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'

/** Highlights the words of open differences in the text, like hits of a search. */
export function useDifferencesInText(
  surface: Surface | null,
  session: TranscriptSession,
  differences: readonly Difference[] | null,
  openKey: string | null,
): void {
  useEffect(() => {
    if (surface === null) return
    const open = differences ?? []
    const now = open.find((each) => itemKeyOf(each) === openKey) ?? null
    const grouped = Map.groupBy(open, ({ paragraphId }) => paragraphId)
    const hits = new Map<string, ParagraphHits>()
    for (const paragraph of session.state.transcript.paragraphs) {
      const own = grouped.get(paragraph.id)
      const spans = own?.flatMap((each) => spanOf(paragraph, each) ?? []) ?? []
      if (spans.length > 0) hits.set(paragraph.id, { paragraph, spans })
    }
    const paragraph = session.state.transcript.paragraphs.find(({ id }) => id === now?.paragraphId)
    const span = now === null || paragraph === undefined ? null : spanOf(paragraph, now)
    surface.setHits(
      hits,
      span === null || paragraph === undefined ? null : { paragraphId: paragraph.id, from: span.from },
    )
  }, [surface, session, differences, openKey])
  useEffect(() => () => surface?.setHits(new Map(), null), [surface])
}

/** The key of its item in the list to check. */
export const itemKeyOf = ({ key }: Difference): string => `difference ${key}`

/** Where its present words are in the paragraph's text (UTF-16 units); null if there are none. */
function spanOf({ words }: Paragraph, { now }: Difference): { from: number; to: number } | null {
  const index = words.findIndex(({ id }) => id === now[0]?.id)
  if (index < 0) return null
  const lengthOf = (from: number, to: number): number =>
    words.slice(from, to).reduce((sum, { before, text }) => sum + before.length + text.length, 0)
  const start = lengthOf(0, index)
  return { from: start + (words[index]?.before.length ?? 0), to: start + lengthOf(index, index + now.length) }
}
