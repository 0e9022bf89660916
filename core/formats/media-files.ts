/** A file type of recordings. */
interface MediaFileKind {
  /** With the dot, in lower case. */
  readonly extension: string
  /** Whether such files usually contain video. */
  readonly isVideo: boolean
  /** Media type when served to a page, which plays it; null for files that pages cannot play. */
  readonly mediaType: string | null
  /** Other media types in use. */
  readonly otherTypes: readonly string[]
}

const sound = (
  extension: string,
  mediaType: string | null = null,
  otherTypes: readonly string[] = [],
): MediaFileKind => ({ extension, isVideo: false, mediaType, otherTypes })
const video = (
  extension: string,
  mediaType: string | null = null,
  otherTypes: readonly string[] = [],
): MediaFileKind => ({ extension, isVideo: true, mediaType, otherTypes })

/**
 * Common file types of recordings; for those with one media type, the usual one first. A file with another
 * extension is imported too if its content plays.
 */
const mediaFiles: readonly MediaFileKind[] = [
  sound('.mp3', 'audio/mpeg', ['audio/mp3']),
  sound('.m4a', 'audio/mp4', ['audio/x-m4a', 'audio/m4a']),
  sound('.m4b', 'audio/mp4'),
  sound('.aac', 'audio/aac'),
  sound('.ogg', 'audio/ogg'),
  sound('.oga', 'audio/ogg'),
  sound('.opus', 'audio/ogg', ['audio/opus']),
  sound('.flac', 'audio/flac'),
  sound('.wav', 'audio/wav', ['audio/x-wav']),
  sound('.weba', 'audio/webm'),
  sound('.mka', 'audio/x-matroska'),
  video('.mp4', 'video/mp4'),
  video('.m4v', 'video/mp4', ['video/x-m4v']),
  video('.mov', 'video/quicktime'),
  video('.webm', 'video/webm'),
  video('.mkv', 'video/x-matroska'),
  video('.ogv', 'video/ogg'),
  video('.avi', 'video/x-msvideo'),
  ...['.ac3', '.aif', '.aiff', '.amr', '.ape', '.caf', '.dts', '.mp2', '.wma', '.wv'].map((extension) =>
    sound(extension),
  ),
  ...['.3gp', '.flv', '.m2ts', '.mpeg', '.mpg', '.mts', '.mxf', '.ts', '.wmv'].map((extension) =>
    video(extension),
  ),
]

const byExtension = new Map(mediaFiles.map((file) => [file.extension, file]))
const kindOf = (fileName: string): MediaFileKind | undefined =>
  byExtension.get(/\.[^.]*$/u.exec(fileName)?.[0].toLowerCase() ?? '')

export const mediaExtensions: readonly string[] = mediaFiles.map(({ extension }) => extension)

/**
 * Extensions of files that pages play, without the dot: the window offers the system to open these
 * (electron-builder.yml).
 */
export const playedExtensions = (isVideo: boolean): readonly string[] =>
  mediaFiles
    .filter((file) => file.mediaType !== null && file.isVideo === isVideo)
    .map(({ extension }) => extension.slice(1))

export const isMediaFile = (fileName: string): boolean => kindOf(fileName) !== undefined

export const isVideoFile = (fileName: string): boolean => kindOf(fileName)?.isVideo === true

/** Audio and video only: no other file is ever served in a form that a page would run or display. */
export const mediaTypeOf = (fileName: string): string | null => kindOf(fileName)?.mediaType ?? null

/** The usual extension of a media type, which is in lower case and without parameters; null if unknown. */
export const extensionOfType = (type: string): string | null =>
  mediaFiles.find(({ mediaType, otherTypes }) => otherTypes.includes(type) || mediaType === type)
    ?.extension ?? null
