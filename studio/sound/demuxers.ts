/**
 * Containers of recorded audio. Everything else that ffmpeg could open is refused: playlists (hls, dash, concat)
 * access other files, devices record, trackers and MIDI render music without speech.
 */
const DEMUXERS = [
  'aac', 'ac3', 'aiff', 'amr', 'amrnb', 'amrwb', 'ape', 'asf', 'au', 'avi', 'caf', 'dsf', 'dts', 'dtshd', 'dv',
  'eac3', 'flac', 'flv', 'g722', 'gxf', 'ircam', 'live_flv', 'loas', 'matroska', 'mov', 'mp3', 'mpc', 'mpc8',
  'mpeg', 'mpegts', 'mxf', 'nistsphere', 'nut', 'ogg', 'oma', 'rm', 'sox', 'tak', 'truehd', 'tta', 'voc', 'w64',
  'wav', 'webm', 'wtv', 'wv', 'xwma',
] // prettier-ignore

/** Options before every input: allow-listed containers, local files only. */
export const inputRestrictions: readonly string[] = [
  '-format_whitelist',
  DEMUXERS.join(','),
  '-protocol_whitelist',
  'file,pipe',
]
