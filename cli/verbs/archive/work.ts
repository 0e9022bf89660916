import { workShard } from '#studio/archive/work-shard'
import { forkEngine } from '#studio/engine-link/fork-engine'
import { modelStore, programVersion } from '#studio/studio'
import { badOption, type Invocation, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { archiveFolder, type ArchiveCall } from './archive-call.ts'

export function readWorkOptions(invocation: Invocation) {
  const shard = text(invocation, 'shard') ?? ''
  const dir = archiveFolder(invocation)
  if (!/^\d{1,7}$/u.test(shard)) throw badOption(invocation, 'shard', shard)
  const scratch = text(invocation, 'scratch')
  return { dir, shard: Number(shard), scratch: scratch === undefined ? null : resolveFromCallerDir(scratch) }
}

/** Returns 0 once every recording of the shard is done or a dead letter. */
export async function runWork(
  { terminal, dataFolder }: ArchiveCall,
  options: ReturnType<typeof readWorkOptions>,
  signal: AbortSignal,
): Promise<number> {
  const worked = await workShard({
    ...options,
    models: modelStore(dataFolder),
    startEngine: forkEngine(),
    version: await programVersion(),
    language: terminal.language,
    signal,
    onProgress: (row, progress) => terminal.progress(row.path, progress),
    onOutcome: ({ path: file, sha256 }, outcome) => {
      if (outcome.kind === 'fault') terminal.error(outcome.fault, file)
      else {
        const fields = { file, sha256 }
        terminal.note(outcome.kind, fields, terminal.words(`archive.outcome.${outcome.kind}`, { file }))
      }
    },
  })
  const fields = { shard: options.shard, ...worked }
  terminal.note('shard', fields, terminal.words('archive.worked', fields))
  return 0
}
