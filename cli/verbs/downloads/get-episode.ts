import { byteSize } from '#core/notation/sizes'
import { Fault } from '#contracts/errors'
import { downloadEpisodeKind, requestEpisode } from '#studio/job-kinds/download-episode'
import { openFeedTranscript } from '#studio/podcasts/open-feed-transcript'
import { faultOf } from '#studio/queue/job-error'
import type { Studio } from '#studio/studio'
import { reportCorrections } from '../../terminal/corrections.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { runDownload } from './run-download.ts'

export interface GetEpisodeOptions {
  /** Also open the feed's transcript of it. */
  readonly withTranscript: boolean
  readonly signal: AbortSignal
}

/**
 * Downloads an episode and adds it to the library. Returns the number of failures. Throws the faults of
 * `downloadEpisode` and `openFeedTranscript`.
 */
export async function getEpisode(
  studio: Studio,
  terminal: Terminal,
  reference: string,
  { withTranscript, signal }: GetEpisodeOptions,
): Promise<number> {
  const { library } = studio
  const { id, title, recordingId: before } = await library.episode(reference)
  let failed = 0
  if (before === null) {
    const kind = downloadEpisodeKind(studio)
    const job = await requestEpisode(library, id, 'command')
    await runDownload(library, terminal, kind, job, signal, (step, fraction, whole) =>
      terminal.episodeProgress(title, step, fraction, whole),
    )
    failed += await reportFailure(studio, terminal, job.id)
  }
  const episode = await library.episode(id)
  const { recordingId, soundBytes, serverBytes } = episode
  if (recordingId === null) throw new Fault('job.lease-lost')
  const key = before === null ? 'podcast.got' : 'podcast.got-before'
  terminal.note(
    'episode',
    { id: recordingId, title, wasHere: before !== null },
    terminal.words(key, { id: recordingId, title }),
  )
  if (before === null && soundBytes !== null && serverBytes !== null && soundBytes !== serverBytes) {
    const [feed, server] = [byteSize(soundBytes, terminal.locale), byteSize(serverBytes, terminal.locale)]
    terminal.note(
      'other-size',
      { soundBytes, serverBytes },
      `  ${terminal.words('podcast.other-size', { feed, server })}`,
    )
  }
  if (withTranscript) {
    const { corrections } = await openFeedTranscript({ library, askedBy: 'command' }, id, signal)
    const words = { id: recordingId, title }
    terminal.note('transcript-added', words, terminal.words('podcast.transcript-opened', words))
    reportCorrections(terminal, title, corrections)
  }
  return failed
}

/** The episode may be in the library without its chapters. */
async function reportFailure({ library }: Studio, terminal: Terminal, jobId: string): Promise<number> {
  const job = await library.job(jobId)
  if (job?.state !== 'failed' || job.error === null) return 0
  terminal.error(faultOf(job.error))
  return 1
}
