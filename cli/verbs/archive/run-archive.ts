import { Fault } from '#contracts/errors'
import { commonOptions } from '../../options/option-groups.ts'
import { interruptible } from '../../terminal/interruptible.ts'
import { archiveFolder, type ArchiveCall } from './archive-call.ts'

/** The actions of `archive`, and which of its options each has. */
const actions: Readonly<
  Record<
    string,
    { readonly options: readonly string[]; readonly run: (call: ArchiveCall) => Promise<number> }
  >
> = {
  plan: {
    options: [
      'out',
      'hours',
      'cpus',
      'mem',
      'language',
      'model',
      'voice-model',
      'speakers',
      'quick',
      'track',
      'tracks',
      'from',
      'to',
      'glossary',
    ],
    run: async (call) => {
      const { readPlanOptions, runPlan } = await import('./plan.ts')
      const options = await readPlanOptions(call)
      return interruptible((signal) => runPlan(call, options, signal))
    },
  },
  work: {
    options: ['shard', 'scratch'],
    run: async (call) => {
      const { readWorkOptions, runWork } = await import('./work.ts')
      const options = readWorkOptions(call.invocation)
      return interruptible((signal) => runWork(call, options, signal))
    },
  },
  status: {
    options: ['watch', 'json', 'price'],
    run: async (call) => {
      const { readStatusOptions, runStatus } = await import('./status.ts')
      const options = readStatusOptions(call.invocation)
      return interruptible((signal) => runStatus(call.terminal, options, signal))
    },
  },
  gather: {
    options: ['by'],
    run: async (call) => {
      const { readGatherOptions, runGather } = await import('./gather.ts')
      const options = readGatherOptions(call.invocation)
      return interruptible((signal) => runGather(call, options, signal))
    },
  },
  retry: {
    options: [],
    run: async ({ invocation, terminal }) => {
      const { runRetry } = await import('./retry.ts')
      return runRetry(terminal, archiveFolder(invocation))
    },
  },
}

/** `parolo archive plan|work|status|gather|retry`. Resolves to the exit code. */
export async function runArchive(call: ArchiveCall): Promise<number> {
  const { invocation } = call
  const [name = '', ...words] = invocation.words
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined)
    throw new Fault('usage.bad-option', { option: name || 'archive', verb: 'archive' })
  const other = Object.keys(invocation.options).find(
    (option) => !Object.hasOwn(commonOptions, option) && !action.options.includes(option),
  )
  if (other !== undefined)
    throw new Fault('usage.bad-option', { option: `--${other}`, verb: `archive ${name}` })
  return await action.run({ ...call, invocation: { ...invocation, words } })
}
