import type { Transcript } from '#core/transcript/transcript'
import type { SurfaceSelection } from '../editor/surface/surface.ts'
import type { EdgeTarget } from '../sound/retime.ts'

/** What has its edges in the wave: a paragraph that is selected from its first word to its last, else one word. */
export function edgeTarget(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraphId, touchedWordId, range }: Pick<SurfaceSelection, 'paragraphId' | 'touchedWordId' | 'range'>,
): EdgeTarget | null {
  const whole =
    range === null || range.fromWordId === range.toWordId
      ? undefined
      : paragraphs.find(
          ({ words }) => words[0]?.id === range.fromWordId && words.at(-1)?.id === range.toWordId,
        )
  if (whole !== undefined) return { paragraphId: whole.id, wordId: null }
  return paragraphId === null || touchedWordId === null ? null : { paragraphId, wordId: touchedWordId }
}
