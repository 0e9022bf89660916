import type { ExportFormat } from '#contracts/calls/exports'
import {
  type CaptionedVideoId,
  captionedVideoIds,
  captionedVideos,
  isCaptionedVideoId,
} from '#core/formats/edit-lists/captioned-videos'
import { type SoundFileId, soundFileIds, soundFiles, isSoundFileId } from '#core/formats/sounds/sound-files'
import type { FormatGroup } from '#core/formats/format'
import { formatGroups, formats, isFormatId } from '#core/formats/formats'
import type { ProgramLanguage } from '#core/messages/messages'
import type { OpenRecording } from '../rpc/open-recording.ts'

/** A file of a transcript, a video with its captions, or the sound of its recording. */
export type Exported = ExportFormat | CaptionedVideoId | SoundFileId

export const isExported = (id: string): id is Exported =>
  isFormatId(id) || isCaptionedVideoId(id) || isSoundFileId(id)

export type ExportGroup = FormatGroup | 'film' | 'sound'

/** The groups of the list; videos come after captions, as they are another form of them, then the sound alone. */
export function exportGroups(
  films: readonly CaptionedVideoId[],
  sounds: readonly SoundFileId[],
  withMinutes: boolean,
): { readonly group: ExportGroup; readonly ids: readonly Exported[] }[] {
  return formatGroups.flatMap(({ group, ids }) => [
    ...(group !== 'minutes' || withMinutes ? [{ group, ids }] : []),
    ...(group === 'captions' && films.length > 0 ? [{ group: 'film' as const, ids: films }] : []),
    ...(group === 'captions' && sounds.length > 0 ? [{ group: 'sound' as const, ids: sounds }] : []),
  ])
}

interface ExportedWords {
  readonly label: Readonly<Record<ProgramLanguage, string>>
  readonly purpose: Readonly<Record<ProgramLanguage, string>>
  /** Including the dot. */
  readonly extension: string
}

export function exportedWords(id: Exported): ExportedWords {
  if (isFormatId(id)) return formats[id]
  const { ending, ...words } = isSoundFileId(id) ? soundFiles[id] : captionedVideos[id]
  return { ...words, extension: ending }
}

/** Files of sound that a recording can be exported as; none while its file is missing. */
export const soundsOf = ({
  missing,
  bytes,
}: Pick<OpenRecording, 'missing' | 'bytes'>): readonly SoundFileId[] =>
  missing || bytes === 0 ? [] : soundFileIds

/** Videos with captions that a recording can be exported as; none while its file is missing. */
export function filmsOf({
  missing,
  bytes,
  hasVideo,
}: Pick<OpenRecording, 'missing' | 'bytes' | 'hasVideo'>): readonly CaptionedVideoId[] {
  if (missing || bytes === 0) return []
  return hasVideo ? captionedVideoIds : captionedVideoIds.filter((id) => id !== 'burn')
}
