import { Fault } from '#contracts/errors'
import { listedLibraries, listLibrary, unlistLibrary } from '#studio/libraries/listed-libraries'
import type { Studio } from '#studio/studio'
import { type Invocation, resolveFromCallerDir } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Lists the libraries that are searched together with this one, and adds or removes some. */
export async function runLibraries(
  { library }: Pick<Studio, 'library'>,
  terminal: Terminal,
  { words: [action = 'list', ...targets] }: Invocation,
): Promise<number> {
  switch (action) {
    case 'list': {
      const folders = await listedLibraries(library)
      if (folders.length === 0) terminal.note('no-libraries', {}, terminal.words('libraries.list.none'))
      else terminal.lines(folders)
      return 0
    }
    case 'add':
    case 'remove': {
      if (targets.length === 0) throw new Fault('usage.missing-file', { verb: `libraries ${action}` })
      for (const target of targets) {
        const given = resolveFromCallerDir(target)
        const change = action === 'add' ? listLibrary : unlistLibrary
        const folder = await change(library, given)
        const [type, key] =
          action === 'add'
            ? (['library-listed', 'libraries.cli.added'] as const)
            : (['library-unlisted', 'libraries.cli.removed'] as const)
        terminal.note(type, { folder }, terminal.words(key, { folder, library: library.folder }))
      }
      return 0
    }
    default:
      throw new Fault('usage.bad-option', { option: action, verb: 'libraries' })
  }
}
