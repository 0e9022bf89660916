/**
 * Containers that hold recorded sound. Everything else that ffmpeg could open stays shut: playlists (hls, dash,
 * concat) reach other files, devices listen, trackers and MIDI render music that nobody spoke.
 */
const DEMUXERS = [
  'aac', 'ac3', 'aiff', 'amr', 'amrnb', 'amrwb', 'ape', 'asf', 'au', 'avi', 'caf', 'dsf', 'dts', 'dtshd', 'dv',
  'eac3', 'flac', 'flv', 'g722', 'gxf', 'ircam', 'live_flv', 'loas', 'matroska', 'mov', 'mp3', 'mpc', 'mpc8',
  'mpeg', 'mpegts', 'mxf', 'nistsphere', 'nut', 'ogg', 'oma', 'rm', 'sox', 'tak', 'truehd', 'tta', 'voc', 'w64',
  'wav', 'webm', 'wtv', 'wv', 'xwma',
] // prettier-ignore

/** Options that go before every input: allow-listed containers, local files alone. */
export const inputGuards: readonly string[] = [
  '-format_whitelist',
  DEMUXERS.join(','),
  '-protocol_whitelist',
  'file,pipe',
]
