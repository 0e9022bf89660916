import type { GroupApi } from '#contracts/calls/calls'
import type { JobRunner } from '../queue/job-runner.ts'
import { keptLiveText } from '../live-text/kept-live-text.ts'
import { makeLiveTranscript } from '../live-text/live-transcript.ts'
import { secondsOfSpace } from '../recording/space-on-disk.ts'
import { changeLiveText } from '../recording/live-changes.ts'
import { lastSeconds } from '../recording/last-seconds.ts'
import type { Recorder } from '../recording/recorder.ts'
import { runningCards } from '../recording/running-cards.ts'
import { freeBytes } from '../files/free-space.ts'
import { deleteRecording } from '../deletion/delete-recording.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

/** Enough to hear how it ended. */
const LAST_SECONDS = 10

export function recorderApi(
  studio: Studio,
  runner: JobRunner,
  recorder: Recorder,
  onDeleted: (names: readonly string[]) => void,
): GroupApi<'recorder', CallOptions> {
  const { library, dataFolder } = studio
  /** Recovered recordings that the person wants to be asked about at the next start. */
  const later = new Set<string>()
  return {
    room: async ({ sources }) => ({
      freeBytes: await freeBytes(dataFolder),
      minutes: Math.floor((await secondsOfSpace(dataFolder, sources)) / 60),
    }),
    start: async (options) => ({ runningId: (await recorder.start({ ...options, fromPage: true })).id }),
    running: () => runningCards(recorder, dataFolder),
    async pause({ runningId, atMs }) {
      await recorder.notes.pause(runningId, atMs)
      return {}
    },
    async resume({ runningId, atMs }) {
      await recorder.notes.resume(runningId, atMs)
      return {}
    },
    async slept({ runningId, fromMs, toMs }) {
      await recorder.notes.noteSleep(runningId, { fromMs, toMs })
      return {}
    },
    async setMoment({ runningId, moment }) {
      await recorder.notes.setMoment(runningId, moment)
      return {}
    },
    async removeMoment({ runningId, momentId }) {
      await recorder.notes.removeMoment(runningId, momentId)
      return {}
    },
    async changeText({ runningId, change }) {
      await changeLiveText(recorder.get(runningId), change)
      return {}
    },
    async setConsent({ runningId, consent }) {
      await recorder.notes.setConsent(runningId, consent)
      return {}
    },
    async setTitle({ runningId, title }) {
      await recorder.notes.setTitle(runningId, title)
      return {}
    },
    async setDevice({ runningId, source, device }) {
      await recorder.notes.setDevice(runningId, source, device)
      return {}
    },
    async stop({ runningId, atMs }) {
      const { writer } = await recorder.stop(runningId, atMs, 'asked')
      return { sources: [...writer.safe], atMs: writer.endedAtMs }
    },
    async result({ runningId }) {
      return { recordingId: await recorder.result(runningId) }
    },
    liveText: ({ recordingId }) => keptLiveText(library, recordingId),
    takeLiveText: ({ recordingId }) => makeLiveTranscript(library, recordingId, studio.version),
    async putAwayLostChanges({ recordingId }) {
      await library.card(recordingId)
      await library.putAwayLostChanges(recordingId)
      return {}
    },
    async recovered() {
      const all = await library.recoveredRecordings()
      return all
        .filter(({ recordingId }) => !later.has(recordingId))
        .map(({ recordingId, title, startedAtMs, endedAtMs, durationMs }) => ({
          recordingId,
          title,
          startedAtMs,
          endedAtMs,
          durationMs,
        }))
    },
    async lastSeconds({ recordingId }, { signal }) {
      const { path, title, durationMs, media } = await library.card(recordingId)
      const tracks = media?.tracks ?? []
      const wav = await lastSeconds(path, LAST_SECONDS, {
        title,
        durationMs: durationMs ?? 0,
        tracks,
        signal,
      })
      return { base64: Buffer.from(wav).toString('base64') }
    },
    async keep({ recordingId }) {
      await library.keepRecovered(recordingId)
      return {}
    },
    async later({ recordingId }) {
      await library.card(recordingId)
      later.add(recordingId)
      return {}
    },
    async discard({ recordingId }) {
      await runner.stopRecording(recordingId)
      await deleteRecording(studio, recordingId, { onNames: onDeleted })
      return {}
    },
  }
}
