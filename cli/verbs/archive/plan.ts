import { Fault } from '#contracts/errors'
import { isMemory } from '#core/archive/job-files/job-facts'
import { slurmCommands } from '#core/archive/job-files/slurm'
import { type PlannedArchive, planArchive } from '#studio/archive/plan-archive'
import { findFfmpeg } from '#studio/sound/ffmpeg'
import { modelStore, programVersion } from '#studio/studio'
import { badOption, type Invocation, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { readGlossary, reportBadLines } from '../../options/glossary.ts'
import { readSettings } from '../../options/transcribe-settings.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { ArchiveCall } from './archive-call.ts'

const DEFAULTS = { hours: '30', cpus: '1', mem: '2G' }

export async function readPlanOptions({ invocation }: ArchiveCall) {
  if (invocation.words.length === 0) throw new Fault('usage.missing-file', { verb: 'archive plan' })
  const out = text(invocation, 'out')
  if (out === undefined) throw badOption(invocation, 'out', '')
  const mem = (text(invocation, 'mem') ?? DEFAULTS.mem).toUpperCase()
  if (!isMemory(mem)) throw badOption(invocation, 'mem', mem)
  return {
    inputs: invocation.words.map(resolveFromCallerDir),
    dir: resolveFromCallerDir(out),
    settings: readSettings(invocation),
    glossary: await readGlossary(invocation),
    hours: readNumber(invocation, 'hours'),
    cpus: readNumber(invocation, 'cpus'),
    mem,
  }
}

type PlanCommand = Awaited<ReturnType<typeof readPlanOptions>>

/** `--hours` takes decimals. Throws `usage.bad-option`. */
function readNumber(invocation: Invocation, name: 'hours' | 'cpus'): number {
  const value = text(invocation, name) ?? DEFAULTS[name]
  const number = Number(value)
  const isNumber = (name === 'hours' ? /^\d+(?:\.\d+)?$|^\.\d+$/u : /^\d+$/u).test(value)
  if (!isNumber || number <= 0) throw badOption(invocation, name, value)
  return number
}

export async function runPlan(
  { terminal, dataFolder }: ArchiveCall,
  { glossary, ...command }: PlanCommand,
  signal: AbortSignal,
): Promise<number> {
  await findFfmpeg()
  reportBadLines(terminal, glossary)
  terminal.startFile()
  const planned = await planArchive({
    ...command,
    glossary: glossary?.terms ?? [],
    models: modelStore(dataFolder),
    version: await programVersion(),
    language: terminal.language,
    signal,
    onProgress: (fraction) => terminal.progress(command.dir, { kind: 'step', step: 'import', fraction }),
  })
  report(terminal, command.dir, planned)
  return 0
}

function report(terminal: Terminal, dir: string, planned: PlannedArchive): void {
  const { recordings, shards, refused, duplicates, hoursOfSound } = planned
  const hours = Number(hoursOfSound.toPrecision(3))
  const values = { recordings, shards, refused, duplicates, hours, folder: dir }
  terminal.note('planned', values, terminal.words('archive.planned', values))
  if (duplicates > 0) {
    terminal.note(
      'duplicates',
      { count: duplicates },
      terminal.words('archive.duplicates', { count: duplicates }),
    )
  }
  if (refused > 0) {
    const reported = { count: refused, file: `${dir}/refused.tsv` }
    terminal.note('refused', reported, terminal.words('archive.refused', reported))
  }
  const command = slurmCommands({ dir, shards })[0] ?? ''
  terminal.note('next', { command }, terminal.words('archive.next', { command, file: `${dir}/README.txt` }))
}
