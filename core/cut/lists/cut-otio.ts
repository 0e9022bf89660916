import { type CutClip, cutFrames, cutSamples, mediaAddress, onOneLine } from './cut-clips.ts'
import type { CutList, CutListFile, ListedCut } from './cut-list.ts'

/**
 * What is kept of a recording as a timeline (OpenTimelineIO, schemas of version 0.15): tracks of picture and sound in the
 * video's frames; without a video a track of sound in samples.
 */
export const cutOtio: CutList<'cut-otio'> = {
  id: 'cut-otio',
  label: { en: 'OpenTimelineIO', fr: 'OpenTimelineIO' },
  purpose: {
    en: 'The cut in DaVinci Resolve and others, to the sample',
    fr: 'La coupe dans DaVinci Resolve et d’autres, à l’échantillon près',
  },
  ending: '.cut.otio',
  mediaType: 'application/json',
  countsFrames: false,
  write: writeOtio,
}

function writeOtio(cut: ListedCut): CutListFile[] {
  const frames = cutFrames(cut)
  const hasPicture = cut.video !== null
  const { rate, clips } = hasPicture
    ? { rate: frames.rate.numerator / frames.rate.denominator, clips: frames.clips }
    : cutSamples(cut)
  const url = mediaAddress(cut)
  const track = (kind: 'Video' | 'Audio') => ({
    OTIO_SCHEMA: 'Track.1',
    name: kind,
    kind,
    children: clips.map((clip, index) => clipOf(clip, index + 1, rate, url)),
  })
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    name: onOneLine(cut.title) || 'cut',
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      name: 'tracks',
      children: hasPicture ? [track('Video'), track('Audio')] : [track('Audio')],
    },
  }
  return [{ ending: cutOtio.ending, text: `${JSON.stringify(timeline, null, 1)}\n` }]
}

const clipOf = ({ from, to }: CutClip, number: number, rate: number, url: string) => ({
  OTIO_SCHEMA: 'Clip.2',
  name: String(number),
  source_range: {
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: { OTIO_SCHEMA: 'RationalTime.1', rate, value: from },
    duration: { OTIO_SCHEMA: 'RationalTime.1', rate, value: to - from },
  },
  media_references: {
    DEFAULT_MEDIA: { OTIO_SCHEMA: 'ExternalReference.1', target_url: url, available_range: null },
  },
  active_media_reference_key: 'DEFAULT_MEDIA',
})
