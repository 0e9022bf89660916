/** A media type without its parameters, in lower case. */
export const bareType = (written: string): string => (written.split(';')[0] ?? '').trim().toLowerCase()

const ENDINGS: Readonly<Record<string, string>> = {
  'audio/mpeg': '.mp3',
  'audio/mp3': '.mp3',
  'audio/mp4': '.m4a',
  'audio/x-m4a': '.m4a',
  'audio/m4a': '.m4a',
  'audio/aac': '.aac',
  'audio/ogg': '.ogg',
  'audio/opus': '.opus',
  'audio/flac': '.flac',
  'audio/wav': '.wav',
  'audio/x-wav': '.wav',
  'video/mp4': '.mp4',
  'video/x-m4v': '.m4v',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
}

const SOUND_ENDING = /\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav|mp4|m4v|mov|webm|mka|mkv)$/iu

/** Whether an enclosure is sound or moving pictures, by its type, else by the ending of its address. */
export function isSound(type: string, address: string): boolean {
  return /^(?:audio|video)\//u.test(type) || endingOfAddress(address) !== null
}

/** The ending of a file for the sound of an episode: of its address, else by its type. */
export const soundEnding = (type: string, address: string): string =>
  endingOfAddress(address) ?? ENDINGS[type] ?? '.mp3'

function endingOfAddress(address: string): string | null {
  const path = address.split(/[?#]/u)[0] ?? ''
  return SOUND_ENDING.exec(path)?.[0].toLowerCase() ?? null
}

/** Transcripts that can be read here, the best first: with times of segments and speakers before mere captions. */
const READ_TYPES = [
  'application/json',
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'text/srt',
] as const

/** The ending of a file for a transcript of this type; null for one that has no times or is not read. */
export function transcriptEnding(type: string): '.podcast.json' | '.vtt' | '.srt' | null {
  if (type === 'application/json') return '.podcast.json'
  if (type === 'text/vtt') return '.vtt'
  return (READ_TYPES as readonly string[]).includes(type) ? '.srt' : null
}

/** Which of an episode's transcripts is opened; null if none can be read. */
export function bestTranscript<Transcript extends { readonly type: string }>(
  transcripts: readonly Transcript[],
): Transcript | null {
  for (const type of READ_TYPES) {
    const found = transcripts.find((transcript) => transcript.type === type)
    if (found !== undefined) return found
  }
  return null
}
