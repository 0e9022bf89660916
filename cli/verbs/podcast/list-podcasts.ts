import { byteSize } from '#core/notation/sizes'
import { shortTime } from '#core/notation/clock'
import { bestTranscript } from '#core/podcasts/media-types'
import type { StoredEpisode } from '#studio/library/library'
import type { Studio } from '#studio/studio'
import { choice, type Invocation } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Lists the podcasts, or the episodes of one, newest first. */
export async function listPodcasts(
  { library }: Studio,
  terminal: Terminal,
  invocation: Invocation,
  reference: string,
): Promise<number> {
  const format = choice(invocation, 'format', ['text', 'json'] as const, 'text')
  if (reference === '') {
    const podcasts = await library.podcasts()
    if (format === 'json') terminal.result(`${JSON.stringify(podcasts, null, 2)}\n`)
    else
      for (const { id, title, episodes, address } of podcasts)
        print(terminal, [id, episodes, title, address ?? '-'])
    return 0
  }
  const { id } = await library.podcast(reference)
  const episodes = await library.episodes(id)
  if (format === 'json') terminal.result(`${JSON.stringify(episodes, null, 2)}\n`)
  else for (const episode of episodes) print(terminal, wordsOf(episode, terminal))
  return 0
}

function wordsOf(episode: StoredEpisode, terminal: Terminal): readonly (string | number)[] {
  const { id, title, publishedAtMs, durationMs, soundBytes, serverBytes, recordingId, transcripts } = episode
  const bytes = serverBytes ?? soundBytes
  return [
    id,
    publishedAtMs === null ? '-' : new Date(publishedAtMs).toISOString().slice(0, 10),
    durationMs === null ? '-' : shortTime(durationMs),
    bytes === null ? terminal.words('podcast.size-unknown') : byteSize(bytes, terminal.locale),
    recordingId === null ? '-' : terminal.words('podcast.here'),
    bestTranscript(transcripts) === null ? '-' : 'transcript',
    title,
  ]
}

const print = (terminal: Terminal, columns: readonly (string | number)[]): void => terminal.lines([columns])
