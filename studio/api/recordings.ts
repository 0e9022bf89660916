import path from 'node:path'
import type { GroupApi } from '#contracts/calls/calls'
import { LIST_PAGE, type RecordingCard } from '#contracts/calls/recordings'
import { say } from '#core/messages/messages'
import { PlaceCounter } from '../doubt/place-counter.ts'
import { joinFiles } from '../imports/join-files.ts'
import { locateOriginal } from '../originals/keep-original.ts'
import { ownFolderOf } from '../library/own-folder.ts'
import { PathImports } from '../imports/path-imports.ts'
import { openedFile } from '../imports/opened-file.ts'
import { checkRange } from '../recognition/check-range.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import { requestShots } from '../job-kinds/shots.ts'
import { SoundPreparation } from '../recognition/sound-preparation.ts'
import { importRecording } from '../originals/import-recording.ts'
import { hasOwnTracks } from '../recognition/has-own-tracks.ts'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import type { CardRow } from '../library/tables/list/cards.ts'
import { readPreferences } from '../preferences.ts'
import { recordingDeletion } from '../storage/deletion-facts.ts'
import { deleteRecording } from '../deletion/delete-recording.ts'
import { filmSize } from '../sound/captioned/film-size.ts'
import { samplesFolder, type Studio } from '../studio.ts'
import { deleteRest } from '../trim/delete-rest.ts'
import type { CallOptions } from './call-options.ts'
import { MediaProbes } from './media-probes.ts'
import { presenceOf } from './presence.ts'
import { recordingCardOf } from './recording-card.ts'
import { recordingDetails } from './recording-details.ts'

export function recordingApi(
  studio: Studio,
  runner: JobRunner,
  {
    onError,
    onDeleted,
  }: {
    readonly onError: (error: unknown) => void
    readonly onDeleted: (names: readonly string[]) => void
  },
): GroupApi<'recordings', CallOptions> {
  const { library, dataFolder, cacheFolder } = studio
  const probes = new MediaProbes(library, onError)
  const places = new PlaceCounter(studio, onError)
  const sounds = new SoundPreparation(studio)
  const imports = new PathImports(studio)
  /** Progress of joins in progress, by the page's request id. */
  const joins = new Map<string, number>()
  const context = { runner, isOwn: (file: string) => ownFolderOf(dataFolder, file) !== null }

  const cardOf = async (
    row: CardRow,
    jobs: readonly JobRecord[],
    options: CallOptions,
  ): Promise<RecordingCard> => {
    const [presence, areOwnTracks] = await Promise.all([
      presenceOf(cacheFolder, row),
      hasOwnTracks(library, row),
    ])
    if (!presence.missing) probes.ask(row)
    return recordingCardOf(row, jobs, presence, context, options, areOwnTracks)
  }
  const cardsOf = async (ids: readonly string[], options: CallOptions): Promise<RecordingCard[]> => {
    const rows = await library.cardsOf(ids)
    // Only for lists: an open recording requests its card with every keystroke and does not show the count.
    if (rows.some(({ transcript }) => transcript?.state === 'done' && transcript.places === null))
      places.wake()
    const jobs = Map.groupBy(
      await library.jobsOfAll(rows.map(({ id }) => id)),
      ({ recordingId }) => recordingId,
    )
    return Promise.all(rows.map((row) => cardOf(row, jobs.get(row.id) ?? [], options)))
  }
  return {
    async list({ filter = 'all', sort = 'newest', tag = null, limit = LIST_PAGE }, options) {
      return cardsOf(await library.listedRecordings({ filter, sort, tag }, limit), options)
    },
    async counts() {
      const counts = await library.recordingCounts()
      places.wake()
      return counts
    },
    getMany: ({ recordingIds }, options) => cardsOf(recordingIds, options),
    async get({ recordingId }, options) {
      const [row, jobs] = await Promise.all([library.card(recordingId), library.jobsOf(recordingId)])
      return cardOf(row, jobs, options)
    },
    details: ({ recordingId }, { local }) => recordingDetails(studio, recordingId, local === true),
    async rename({ recordingId, title }) {
      await library.renameRecording(recordingId, title)
      return {}
    },
    async trim({ recordingId, part }) {
      const { durationMs } = await library.card(recordingId)
      if (part !== null) checkRange({ fromMs: part.startMs, toMs: part.endMs }, durationMs)
      const endMs = Math.min(part?.endMs ?? 0, durationMs ?? Infinity)
      await library.setTrim(recordingId, part && { ...part, endMs })
      return {}
    },
    async cut({ recordingId }) {
      await library.card(recordingId)
      await runner.stopRecording(recordingId)
      // Never aborted: closing a page must not leave it half done.
      await deleteRest(studio, recordingId, new AbortController().signal)
      return {}
    },
    async setTags({ recordingId, tags }) {
      await library.setTags(recordingId, tags)
      return {}
    },
    deletion: ({ recordingId }) => recordingDeletion(studio, recordingId),
    async delete({ recordingId, keepBackups = false }) {
      await runner.stopRecording(recordingId)
      const options = { keepBackups, onNames: onDeleted }
      const { files, backups, isErased } = await deleteRecording(studio, recordingId, options)
      return { files, backups, isErased }
    },
    async add({ path: file }, { signal }) {
      const { copyOriginals } = await readPreferences(library)
      const { recording, text, soundIsBack } = await imports.add(file, { copy: copyOriginals, signal })
      if (text !== null) return openedFile(text)
      return { recordingId: recording.id, transcript: null, ...(soundIsBack ? { soundIsBack } : {}) }
    },
    async join({ recordingIds, order, names, offsetsMs, request }, { signal }) {
      const cards = await Promise.all(recordingIds.map((id) => library.card(id)))
      const paths = cards.map((card) => card.path)
      const onProgress = (fraction: number): void => {
        if (request !== undefined) joins.set(request, fraction)
      }
      try {
        const { id } = await joinFiles(studio, paths, { order, names, offsetsMs, signal, onProgress })
        return { recordingId: id }
      } finally {
        if (request !== undefined) joins.delete(request)
      }
    },
    joinProgress: ({ request }) => Promise.resolve({ fraction: joins.get(request) ?? null }),
    async addSample({ language }, { signal }) {
      const file = path.join(samplesFolder(), `conversation-${language}.opus`)
      const { id, title } = await importRecording(library, file, signal)
      // Keeps a title given by the person.
      if (title === path.parse(file).name) await library.renameRecording(id, say(language, 'sample.title'))
      return { recordingId: id }
    },
    async prepareSound({ recordingId }) {
      await sounds.prepare(recordingId)
      return {}
    },
    async picture({ recordingId }, { signal }) {
      const { path: file } = await library.recording(recordingId)
      return { size: await filmSize(file, signal) }
    },
    async shots({ recordingId }) {
      const timesMs = await library.shots(recordingId)
      return { timesMs: timesMs === null ? null : [...timesMs] }
    },
    async findShots({ recordingId }) {
      const job = await requestShots(library, recordingId)
      if (job?.state === 'failed') await runner.retry(job.id)
      return {}
    },
    async locate({ recordingId, path: file }, { signal }) {
      return { recordingId: await locateOriginal(library, recordingId, file, signal) }
    },
    async search({ words, limit }) {
      const [titles, hits] = await Promise.all([
        library.titlesWith(words, limit),
        library.search(words, limit),
      ])
      return { titles, hits: hits.map((hit) => ({ ...hit, words: [...hit.words] })) }
    },
  }
}
