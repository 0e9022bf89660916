import { paragraphText, type Transcript } from '#core/transcript/transcript'

/** A span of one speaker's speech, to be played. */
export interface SpeakerClip {
  readonly paragraphId: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export function clipsOf({ paragraphs }: Pick<Transcript, 'paragraphs'>, speakerId: string): SpeakerClip[] {
  return paragraphs.flatMap((paragraph): SpeakerClip[] => {
    const startMs = paragraph.words[0]?.startMs
    const endMs = paragraph.words.at(-1)?.endMs
    const isOwn = paragraph.speakerId === speakerId && paragraph.kind === 'speech'
    if (!isOwn || startMs === undefined || endMs === undefined) return []
    return [{ paragraphId: paragraph.id, text: paragraphText(paragraph), startMs, endMs }]
  })
}

// Long enough to recognize a speaker, short enough to play to the end.
const goodMs = [2_000, 9_000] as const

/** A few clips spread over the recording, preferring those of a good length. */
export function sampleClips(clips: readonly SpeakerClip[], count: number): SpeakerClip[] {
  const good = clips.filter(({ startMs, endMs }) => {
    const length = endMs - startMs
    return length >= goodMs[0] && length <= goodMs[1]
  })
  const from = good.length >= count ? good : clips
  if (from.length <= count) return [...from]
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round((index * (from.length - 1)) / Math.max(1, count - 1))
    return from[at]
  }).filter((clip) => clip !== undefined)
}
