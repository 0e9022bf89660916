import { z } from 'zod'

/** Codec of a finished recording: `flac` and `pcm` are lossless. */
export const RecordingCodec = z.enum(['flac', 'pcm', 'opus'])
export type RecordingCodec = z.infer<typeof RecordingCodec>
