import path from 'node:path'
import type { CallOutput } from '#contracts/calls/calls'
import { MIX } from '#core/tracks/mix'
import type { Run } from '#core/transcript/transcript'
import type { Studio } from '../studio.ts'

/** Technical details of a recording and its current transcript. */
export async function recordingDetails(
  { library, models }: Studio,
  recordingId: string,
  local: boolean,
): Promise<CallOutput<'recordings.details'>> {
  const row = await library.card(recordingId)
  const facts = row.transcript === null ? undefined : await library.transcriptFacts(row.transcript.id)
  const jobId = row.transcript?.jobId ?? null
  const job = jobId === null ? undefined : await library.job(jobId)
  const names = new Map((await models.list()).map(({ entry }) => [entry.id, entry.name]))
  const nameOf = (id: string): string => names.get(id) ?? id
  const all = await library.transcriptsOf(recordingId)
  return {
    tracks: row.media === null ? await decodedTracks(library, recordingId) : [...row.media.tracks],
    folder: local ? path.dirname(row.path) : null,
    models: (facts?.run.models ?? []).map(({ role, id }: Run['models'][number]) => ({
      role,
      id,
      name: nameOf(id),
    })),
    settings: { ...facts?.run.settings },
    // Jobs of older versions of the program stored no time.
    tookMs: job?.state === 'done' && job.workedMs > 0 ? job.workedMs : null,
    otherTranscripts: all
      .filter(({ id, state }) => id !== facts?.id && state === 'done')
      .map(({ id, corrected, run }) => ({ id, corrected, models: recognizersOf(run).map(nameOf) })),
  }
}

const recognizersOf = ({ models }: Run): string[] =>
  models.filter(({ role }) => role === 'recogniser').map(({ id }) => id)

async function decodedTracks(
  library: Studio['library'],
  recordingId: string,
): Promise<CallOutput<'recordings.details'>['tracks']> {
  const tracks = (await library.tracksOf(recordingId)).filter(({ index }) => index !== MIX)
  return tracks.map(({ index, codec, details }) => ({
    index,
    codec,
    channels: typeof details.channels === 'number' ? details.channels : null,
    sampleRate: null,
  }))
}
