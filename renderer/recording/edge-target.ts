import type { Transcript } from '#core/transcript/transcript'
import type { SurfaceSelection } from '../editor/surface/surface.ts'
import type { EdgeTarget } from '../sound/retime/retime.ts'

/**
 * What has its edges in the wave: a paragraph that is selected from its first word to its last, or one word. Of several
 * words that are selected the wave shows the stretch: the edges of one of them would lie on its handles.
 */
export function edgeTarget(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraphId, touchedWordId, range }: Pick<SurfaceSelection, 'paragraphId' | 'touchedWordId' | 'range'>,
): EdgeTarget | null {
  if (range !== null && range.fromWordId !== range.toWordId) {
    const whole = paragraphs.find(
      ({ words }) => words[0]?.id === range.fromWordId && words.at(-1)?.id === range.toWordId,
    )
    return whole === undefined ? null : { paragraphId: whole.id, wordId: null }
  }
  return paragraphId === null || touchedWordId === null ? null : { paragraphId, wordId: touchedWordId }
}
