import type { preferences } from '#core/preferences/preferences'

/** Codec of a finished recording: `flac` and `pcm` are lossless. */
export type RecordingCodec = (typeof preferences.recordingCodec.ids)[number]
