import type { Transcript } from '#core/transcript/transcript'
import type { SurfaceSelection } from '../editor/surface/surface.ts'
import type { EdgeTarget } from '../sound/retime/retime.ts'

/**
 * What has edges in the waveform: a paragraph selected from its first word to its last, or a single word. For other
 * selections the waveform shows the span: the edges of one word would coincide with its handles.
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
