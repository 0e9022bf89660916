import type { GroupApi } from '#contracts/calls/calls'
import type { CallOptions } from './call-options.ts'

interface Clip {
  readonly text: string
  readonly redacted: string[]
}

/** As many as somebody may go back to. */
const MOST_CLIPS = 20

/** Clips are held in memory alone: nothing of redacted words is stored anew. */
export function clipApi(): GroupApi<'clips', CallOptions> {
  const clips = new Map<string, Clip>()
  return {
    keep: ({ id, text, redacted }) => {
      clips.set(id, { text, redacted })
      const [oldest] = clips.keys()
      if (clips.size > MOST_CLIPS && oldest !== undefined) clips.delete(oldest)
      return Promise.resolve({})
    },
    read: ({ id }) => Promise.resolve(clips.get(id) ?? null),
  }
}
