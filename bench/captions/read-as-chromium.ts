import { vttCues } from '#core/formats/vtt/vtt-cues'
import { readVttSettings } from '#core/formats/vtt/vtt-settings'
import type { TrackCue } from './chromium-cues.ts'

/** The cues of a WebVTT text in the form and order of a browser's track; null for a text that it rejects. */
export function cuesAsTrack(text: string): TrackCue[] | null {
  const { hasHeader, cues } = vttCues(text.replace(/^\uFEFF/u, ''))
  if (!hasHeader) return null
  return cues
    .map(({ id, startMs, endMs, payload, settings }) => {
      const { align, line, snapToLines, position, size, vertical } = readVttSettings(settings)
      return { id, startMs, endMs, text: payload, align, line, snapToLines, position, size, vertical }
    })
    .toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs)
}
