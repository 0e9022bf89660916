import type { GroupApi } from '#contracts/calls/calls'
import { isFormatId } from '#core/formats/formats'
import { jobErrorFor } from '../queue/job-error.ts'
import type { WatchedFolder } from '../library/library.ts'
import type { Studio } from '../studio.ts'
import {
  addWatchedFolder,
  changeWatchedFolder,
  countRecordings,
  removeWatchedFolder,
} from '../watch/change-folders.ts'
import type { BesideWriter } from '../watch/beside-writer.ts'
import { withoutUndefined } from '../without-undefined.ts'
import type { CallOptions } from './call-options.ts'

/** Shown in the settings; for the rest only the number. */
const TROUBLES_SHOWN = 20

export function watchApi(
  studio: Pick<Studio, 'library' | 'dataFolder'>,
  writer: Pick<BesideWriter, 'write'>,
): GroupApi<'watch', CallOptions> {
  const { library } = studio
  const cardOf = async (
    { id, path, language, speakers, formats, withSubfolders, isOn, problem }: WatchedFolder,
    counts: ReadonlyMap<string, number>,
    options: CallOptions,
  ) => {
    const count = (state: string): number => counts.get(`${id} ${state}`) ?? 0
    const described = (error: NonNullable<typeof problem>) => jobErrorFor(error, options.language, true)
    const troubles = (await library.troubledFiles(id, TROUBLES_SHOWN)).flatMap((file) =>
      file.error === null || file.path === null
        ? []
        : [{ path: file.path, recordingId: file.recordingId, error: described(file.error) }],
    )
    return {
      id,
      path,
      language,
      speakers,
      // A later program may have stored unknown formats.
      formats: formats.filter(isFormatId),
      withSubfolders,
      isOn,
      problem: problem === null || !isOn ? null : described(problem),
      waiting: count('waiting'),
      written: count('written'),
      troubled: count('refused') + count('unwritten'),
      troubles,
    }
  }
  return {
    async list(_input, options) {
      const rows = await library.watchedCounts()
      const counts = new Map(rows.map(({ folderId, state, count }) => [`${folderId} ${state}`, count]))
      const folders = (await library.watchedFolders()).filter(({ isSetting }) => isSetting)
      return Promise.all(folders.map((folder) => cardOf(folder, counts, options)))
    },
    count: ({ path, withSubfolders }, { signal }) => countRecordings(studio, path, withSubfolders, signal),
    async add({ path, options, takesExisting }, { signal }) {
      const added = { path, options: { ...options, isSetting: true }, takesExisting }
      return { folderId: (await addWatchedFolder(studio, added, signal)).id }
    },
    async change({ folderId, options }, { signal }) {
      await changeWatchedFolder(studio, folderId, withoutUndefined(options), signal)
      return {}
    },
    async remove({ folderId }) {
      await removeWatchedFolder(studio, folderId)
      return {}
    },
    async tryAgain({ folderId }) {
      await library.forgetRefused(folderId)
      await writer.write(true)
      return {}
    },
  }
}
