import type { ExportFormat } from '#contracts/export-requests'
import { type CutListId, cutListIds, cutLists, isCutListId } from '#core/cut/lists/cut-lists'
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

/** A file of a transcript, a video with its captions, the sound of its recording, or a list of its cut. */
export type Exported = ExportFormat | CaptionedVideoId | SoundFileId | CutListId

export const isExported = (id: string): id is Exported =>
  isFormatId(id) || isCaptionedVideoId(id) || isSoundFileId(id) || isCutListId(id)

export type ExportGroup = FormatGroup | 'film' | 'sound' | 'list'

/** What can be exported besides formats. */
export interface OtherFiles {
  readonly films?: readonly CaptionedVideoId[]
  readonly sounds?: readonly SoundFileId[]
  readonly lists?: readonly CutListId[]
}

/**
 * The groups of the list; videos come after captions, as they are another form of them, then the sound alone and lists of
 * the cut.
 */
export function exportGroups(
  { films = [], sounds = [], lists = [] }: OtherFiles,
  withMinutes: boolean,
): { readonly group: ExportGroup; readonly ids: readonly Exported[] }[] {
  return formatGroups.flatMap(({ group, ids }) => [
    ...(group !== 'minutes' || withMinutes ? [{ group, ids }] : []),
    ...(group === 'captions' && films.length > 0 ? [{ group: 'film' as const, ids: films }] : []),
    ...(group === 'captions' && sounds.length > 0 ? [{ group: 'sound' as const, ids: sounds }] : []),
    ...(group === 'captions' && lists.length > 0 ? [{ group: 'list' as const, ids: lists }] : []),
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
  const kind = isSoundFileId(id) ? soundFiles[id] : isCutListId(id) ? cutLists[id] : captionedVideos[id]
  const { ending, ...words } = kind
  return { ...words, extension: ending }
}

/** Files of sound that a recording can be exported as; none while its file is missing. */
export const soundsOf = ({
  missing,
  bytes,
}: Pick<OpenRecording, 'missing' | 'bytes'>): readonly SoundFileId[] =>
  missing || bytes === 0 ? [] : soundFileIds

/** Lists of the cut; none without a file that they could name. */
export const listsOf = ({ bytes }: Pick<OpenRecording, 'bytes'>): readonly CutListId[] =>
  bytes === 0 ? [] : cutListIds

/** Videos with captions that a recording can be exported as; none while its file is missing. */
export function filmsOf({
  missing,
  bytes,
  hasVideo,
}: Pick<OpenRecording, 'missing' | 'bytes' | 'hasVideo'>): readonly CaptionedVideoId[] {
  if (missing || bytes === 0) return []
  return hasVideo ? captionedVideoIds : captionedVideoIds.filter((id) => id !== 'burn')
}
