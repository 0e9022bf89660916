import { defaultDataFolder } from '#studio/data-folder'
import { presentFolder } from '#studio/library/moved-library'
import { nameProgram } from '#studio/processes/program-name'
import type { OpenedStudio } from './library/open-and-report.ts'
import { type Invocation, resolveFromCallerDir, text, texts } from './options/arguments.ts'
import type { Terminal } from './terminal/terminal.ts'
import type { Verb } from './verbs/verb.ts'

/** Resolves to the exit code. */
export async function runVerb(verb: Verb, invocation: Invocation, terminal: Terminal): Promise<number> {
  nameProgram(`parolo ${verb.name}`)
  const given =
    (text(invocation, 'data') ?? texts(invocation, 'data')[0]) || process.env.PAROLO_HOME || undefined
  const dataFolder = presentFolder(given === undefined ? defaultDataFolder() : resolveFromCallerDir(given))
  const openAt = async (folder: string): Promise<OpenedStudio> => {
    const { openAndReport } = await import('./library/open-and-report.ts')
    return openAndReport(folder, terminal)
  }
  const openLibrary = () => openAt(dataFolder)
  return await verb.run({ invocation, terminal, dataFolder, openLibrary, openAt })
}
