import type { GroupApi } from '#contracts/calls/calls'
import type { CallOptions } from './call-options.ts'

interface Clip {
  readonly text: string
  readonly redacted: string[]
}

/** Enough for the copies that a person may go back to. */
const MAX_CLIPS = 20

/** Copied text with redacted words, only in memory: the words are not stored again. */
export type Clips = Map<string, Clip>

export function clipApi(clips: Clips): GroupApi<'clips', CallOptions> {
  return {
    keep: ({ id, text, redacted }) => {
      clips.set(id, { text, redacted })
      const [oldest] = clips.keys()
      if (clips.size > MAX_CLIPS && oldest !== undefined) clips.delete(oldest)
      return Promise.resolve({})
    },
    read: ({ id }) => Promise.resolve(clips.get(id) ?? null),
  }
}
