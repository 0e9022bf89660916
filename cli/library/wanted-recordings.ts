import type { Studio } from '#studio/studio'

const RECORDINGS_AT_ONCE = 1_000

/** Ids of the named recordings, else of all. Fault `recording.unknown`. */
export async function* wantedRecordings(
  { library }: Studio,
  words: readonly string[],
): AsyncGenerator<string> {
  for (const word of words) yield (await library.recording(word)).id
  if (words.length > 0) return
  let after: string | null = null
  for (;;) {
    const lines: { readonly id: string }[] = await library.recordingLines({
      after,
      limit: RECORDINGS_AT_ONCE,
    })
    for (const { id } of lines) yield id
    if (lines.length < RECORDINGS_AT_ONCE) return
    after = lines.at(-1)?.id ?? null
  }
}
