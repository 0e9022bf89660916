import { defaultDataFolder } from '#studio/data-folder'
import { presentFolder } from '#studio/library/moved-library'
import { nameProgram } from '#studio/processes/program-name'
import type { OpenedStudio } from './library/open-and-report.ts'
import { type Invocation, isOn, resolveFromCallerDir, text, texts, type Verb } from './options/arguments.ts'
import { interruptible } from './terminal/interruptible.ts'
import type { Terminal } from './terminal/terminal.ts'

interface Call {
  readonly invocation: Invocation
  readonly terminal: Terminal
  readonly dataFolder: string
  readonly openLibrary: () => Promise<OpenedStudio>
  readonly openAt: (folder: string) => Promise<OpenedStudio>
}

/**
 * The runner of each verb; resolves to the exit code. Loaded on demand, as a short command spends most of its
 * time loading.
 */
const verbRunners: Readonly<Record<Verb, (call: Call) => Promise<number>>> = {
  add: async (call) => {
    const { runAdd } = await import('./verbs/add.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runAdd(studio, call.terminal, call.invocation, signal)),
    )
  },
  align: async (call) => {
    const { planAlign, runAlign } = await import('./verbs/align.ts')
    const plan = await planAlign(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runAlign(studio, call.terminal, plan, signal)),
    )
  },
  archive: async (call) => {
    const { runArchive } = await import('./verbs/archive.ts')
    return runArchive(call)
  },
  backup: async (call) => {
    const { planBackup, runBackup } = await import('./verbs/backup.ts')
    const plan = await planBackup(call.terminal, call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runBackup(studio, call.terminal, plan, signal)),
    )
  },
  check: async ({ terminal, invocation }) => {
    const { runCheck } = await import('./verbs/check.ts')
    return runCheck(terminal, invocation)
  },
  convert: async ({ terminal, invocation }) => {
    const { runConvert } = await import('./verbs/convert.ts')
    return interruptible((signal) => runConvert(terminal, invocation, signal))
  },
  delete: async (call) => {
    const { runDelete } = await import('./verbs/delete.ts')
    return withLibrary(call, (studio) => runDelete(studio, call.terminal, call.invocation))
  },
  doctor: async ({ dataFolder, terminal }) => {
    const { runDoctor } = await import('./verbs/doctor.ts')
    return runDoctor(dataFolder, terminal)
  },
  export: async (call) => {
    if (text(call.invocation, 'to') !== undefined) {
      const { runExportToSearch } = await import('./verbs/export/export-to-search.ts')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runExportToSearch(studio, call.terminal, call.invocation, signal)),
      )
    }
    if (isOn(call.invocation, 'all')) {
      const { runExportAll } = await import('./verbs/export/export-all.ts')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runExportAll(studio, call.terminal, call.invocation, signal)),
      )
    }
    const { runExport } = await import('./verbs/export.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runExport(studio, call.terminal, call.invocation, signal)),
    )
  },
  libraries: async (call) => {
    const { runLibraries } = await import('./verbs/libraries.ts')
    return withLibrary(call, (studio) => runLibraries(studio, call.terminal, call.invocation))
  },
  list: async (call) => {
    const { runList } = await import('./verbs/list.ts')
    return withLibrary(call, (studio) => runList(studio, call.terminal, call.invocation))
  },
  models: async ({ dataFolder, openLibrary, terminal, invocation }) => {
    const [{ modelStore }, { runModels }] = await Promise.all([
      import('#studio/studio'),
      import('./verbs/models.ts'),
    ])
    return interruptible((signal) =>
      runModels(modelStore(dataFolder), openLibrary, terminal, invocation, signal),
    )
  },
  network: async (call) => {
    const { runNetwork } = await import('./verbs/network.ts')
    return withLibrary(call, (studio) => runNetwork(studio, call.terminal, call.invocation))
  },
  opinion: async (call) => {
    const { planOpinion, runOpinion } = await import('./verbs/opinion.ts')
    const plan = planOpinion(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runOpinion(studio, call.terminal, plan, signal)),
    )
  },
  podcast: async (call) => {
    const { runPodcast } = await import('./verbs/podcast.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runPodcast(studio, call.terminal, call.invocation, signal)),
    )
  },
  publish: async (call) => {
    const { runPublish } = await import('./verbs/publish.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runPublish(studio, call.terminal, call.invocation, signal)),
    )
  },
  move: async ({ dataFolder, terminal, invocation }) => {
    const { runMove } = await import('./verbs/move.ts')
    return interruptible((signal) => runMove(dataFolder, terminal, invocation, signal))
  },
  record: async ({ invocation, terminal, openLibrary }) => {
    const { recordVerb } = await import('./verbs/record.ts')
    return recordVerb(invocation, terminal, openLibrary)
  },
  restore: async ({ dataFolder, terminal, invocation }) => {
    const { runRestore } = await import('./verbs/restore.ts')
    return interruptible((signal) => runRestore(dataFolder, terminal, invocation, signal))
  },
  search: async (call) => {
    const { runSearch } = await import('./verbs/search.ts')
    return runSearch(call)
  },
  serve: async ({ dataFolder, terminal, invocation }) => {
    const { planServe, runServe } = await import('./verbs/serve.ts')
    const plan = planServe(invocation)
    return interruptible((signal) => runServe(dataFolder, terminal, plan, signal))
  },
  show: async (call) => {
    const { runShow } = await import('./verbs/show.ts')
    return withLibrary(call, (studio) => runShow(studio, call.terminal, call.invocation))
  },
  stats: async ({ openLibrary, terminal, invocation }) => {
    const { runStats } = await import('./verbs/stats.ts')
    return runStats(openLibrary, terminal, invocation)
  },
  sheet: async ({ dataFolder, openLibrary, terminal, invocation }) => {
    const { runSheet } = await import('./verbs/sheet.ts')
    return runSheet(openLibrary, dataFolder, terminal, invocation)
  },
  voices: async (call) => {
    const { runVoices } = await import('./verbs/voices.ts')
    return withLibrary(call, (studio) => runVoices(studio, call.terminal, call.invocation))
  },
  transcribe: async (call) => {
    const { planTranscribe, runTranscribe } = await import('./verbs/transcribe.ts')
    const plan = await planTranscribe(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runTranscribe(studio, call.terminal, plan, signal)),
    )
  },
  watch: async (call) => {
    const { planWatch, runWatchSetting } = await import('./verbs/watch.ts')
    const plan = planWatch(call.invocation)
    const { terminal, openLibrary } = call
    if (plan.action !== 'watch')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runWatchSetting(studio, terminal, plan, signal)),
      )
    const { runWatch } = await import('./verbs/watch/run-watch.ts')
    return interruptible((signal) => runWatch(openLibrary, terminal, plan, signal))
  },
}

/** Resolves to the exit code. */
export async function runVerb(invocation: Invocation, terminal: Terminal): Promise<number> {
  nameProgram(`parolo ${invocation.verb}`)
  const given =
    (text(invocation, 'data') ?? texts(invocation, 'data')[0]) || process.env.PAROLO_HOME || undefined
  const dataFolder = presentFolder(given === undefined ? defaultDataFolder() : resolveFromCallerDir(given))
  const openAt = async (folder: string): Promise<OpenedStudio> => {
    const { openAndReport } = await import('./library/open-and-report.ts')
    return openAndReport(folder, terminal)
  }
  const openLibrary = () => openAt(dataFolder)
  return await verbRunners[invocation.verb]({ invocation, terminal, dataFolder, openLibrary, openAt })
}

async function withLibrary(
  { openLibrary }: Call,
  work: (studio: OpenedStudio) => Promise<number>,
): Promise<number> {
  const studio = await openLibrary()
  try {
    return await work(studio)
  } finally {
    await studio.close()
  }
}
