import type { Format } from '../formats/format.ts'
import { formatList } from '../formats/formats.ts'
import { extensionOfType, mediaTypeOf } from '../formats/media-files.ts'

/** A media type without its parameters, in lower case. */
export const bareType = (written: string): string => (written.split(';')[0] ?? '').trim().toLowerCase()

/** Whether an enclosure is audio or video, by its type, else by the extension of its address. */
export function isSound(type: string, address: string): boolean {
  return /^(?:audio|video)\//u.test(type) || endingOfAddress(address) !== null
}

/** The file extension for the sound of an episode: from its address, else by its type. */
export const soundEnding = (type: string, address: string): string =>
  endingOfAddress(address) ?? extensionOfType(type) ?? '.mp3'

function endingOfAddress(address: string): string | null {
  const path = address.split(/[?#]/u)[0] ?? ''
  if (mediaTypeOf(path) === null) return null
  return /\.[^.]*$/u.exec(path)?.[0].toLowerCase() ?? null
}

/**
 * Transcript formats that can be read here, best first: those with segments and speakers before plain
 * captions.
 */
const ranked = (of: readonly Format[]): readonly Format[] =>
  of
    .filter(({ input }) => (input?.feed ?? null) !== null)
    .toSorted((a, b) => (a.input?.feed?.rank ?? 0) - (b.input?.feed?.rank ?? 0))

const hasType = ({ mediaType, input }: Format, type: string): boolean =>
  mediaType === type || input?.feed?.mediaTypes.includes(type) === true

/** The file extension for a transcript of this type; null if it has no times or cannot be read. */
export const transcriptEnding = (type: string, of: readonly Format[] = formatList): string | null =>
  ranked(of).find((format) => hasType(format, type))?.extension ?? null

/** Which of an episode's transcripts is opened; null if none can be read. */
export function bestTranscript<Transcript extends { readonly type: string }>(
  transcripts: readonly Transcript[],
  of: readonly Format[] = formatList,
): Transcript | null {
  for (const format of ranked(of)) {
    const found = transcripts.find(({ type }) => hasType(format, type))
    if (found !== undefined) return found
  }
  return null
}
