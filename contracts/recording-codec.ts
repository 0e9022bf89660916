import { z } from 'zod'

/** How a finished recording is kept: `flac` and `pcm` lose nothing. */
export const RecordingCodec = z.enum(['flac', 'pcm', 'opus'])
export type RecordingCodec = z.infer<typeof RecordingCodec>
