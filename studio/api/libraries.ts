import { createHash } from 'node:crypto'
import type { GroupApi } from '#contracts/calls/calls'
import type { ListedLibrary } from '#contracts/calls/libraries'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { shellWord } from '#core/archive/job-files/job-facts'
import { folderNames } from '#core/find/folder-names'
import { defaultDataFolder } from '../data-folder.ts'
import { libraryVersionAt } from '../drives/files.ts'
import { answerWithin } from '../drives/answer-within.ts'
import { listedLibraries, listLibrary, unlistLibrary } from '../libraries/listed-libraries.ts'
import type { OtherLibraries } from '../libraries/other-libraries.ts'
import { hasLibraryIn, presentLibrary } from '../libraries/present-library.ts'
import { LIBRARY_VERSION } from '../library/database/migrations/migrations.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function libraryApi(
  { library }: Pick<Studio, 'library'>,
  others: OtherLibraries,
): GroupApi<'libraries', CallOptions> {
  const folderOf = async (id: string): Promise<string> => {
    const folder = (await listedLibraries(library)).find((one) => idOf(one) === id)
    if (folder === undefined) throw new Fault('library.not-listed', { folder: id })
    return folder
  }
  return {
    async list(_input, { language }) {
      const folders = await listedLibraries(library)
      const usual = await answerWithin(ANSWER_MS, usualFolder(), null)
      const names = folderNames([library.folder, ...folders, ...(usual === null ? [] : [usual])])
      return {
        own: { name: names[0] ?? '', folder: library.folder },
        listed: await Promise.all(
          folders.map(async (folder, place) => ({
            id: idOf(folder),
            name: names[place + 1] ?? '',
            folder,
            command: commandFor(folder),
            ...(await answerWithin(ANSWER_MS, stateOf(folder, language), NOTHING_KNOWN)),
          })),
        ),
        usual:
          usual === null || usual === library.folder ? null : { name: names.at(-1) ?? '', folder: usual },
      }
    },
    async add({ folder }) {
      const listed = await listLibrary(library, folder)
      const folders = await listedLibraries(library)
      const name = folderNames([library.folder, ...folders])[folders.indexOf(listed) + 1] ?? listed
      return { name, folder: listed }
    },
    async remove({ id }) {
      await unlistLibrary(library, await folderOf(id))
      return {}
    },
    async search({ id, words, limit }) {
      const { titles, hits, recordings } = await others.search(await folderOf(id), words, limit)
      return {
        titles: [...titles],
        hits: hits.map((hit) => ({ ...hit, words: [...hit.words] })),
        recordings: [...recordings],
      }
    },
  }
}

/** Stable for a folder, without revealing its path. */
const idOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 12)

type LibraryState = Pick<ListedLibrary, 'isOlder' | 'error'>
const NOTHING_KNOWN: LibraryState = { isOlder: false, error: null }
/** For the list; a slower drive is reported only when it is searched. */
const ANSWER_MS = 1_000

async function stateOf(folder: string, language: CallOptions['language']): Promise<LibraryState> {
  try {
    const version = await libraryVersionAt(await presentLibrary(folder))
    return { isOlder: version < LIBRARY_VERSION, error: null }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { isOlder: error.code === 'library.too-old', error: describeFault(error, language) }
  }
}

/** Null if there is none, or its drive is missing. */
async function usualFolder(): Promise<string | null> {
  try {
    const folder = await presentLibrary(defaultDataFolder())
    return (await hasLibraryIn(folder)) ? folder : null
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
}

/** cmd.exe and PowerShell both accept double quotes, which no Windows path can contain. */
function commandFor(folder: string): string {
  return `parolo serve --open --data ${process.platform === 'win32' ? `"${folder}"` : shellWord(folder)}`
}
