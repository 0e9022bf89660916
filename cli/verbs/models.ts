import { Fault } from '#contracts/errors'
import { addModel, removeModel } from '#studio/models/added-models'
import type { ModelStore, Verification } from '#studio/models/model-store'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'

/** @param openLibrary called if a change must be sent to the library's pages; listing does not need it */
export async function runModels(
  models: ModelStore,
  openLibrary: () => Promise<Studio>,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const [action, target] = invocation.words
  switch (action) {
    case 'list':
      return listModels(models, terminal)
    case 'verify':
      return verifyModels(models, terminal)
    case 'add':
    case 'remove':
      if (target === undefined) throw new Fault('usage.missing-file', { verb: `models ${action}` })
      return changeModels(await openLibrary(), terminal, action, target)
    default:
      throw new Fault('usage.bad-option', { option: action ?? 'models', verb: 'models' })
  }
}

async function changeModels(
  studio: Studio,
  terminal: Terminal,
  action: 'add' | 'remove',
  target: string,
): Promise<number> {
  try {
    if (action === 'add') {
      const { id, kind } = (await addModel(studio, resolveFromCallerDir(target))).entry
      terminal.note('model-added', { id, kind }, terminal.words('models.added-now', { id, kind }))
    } else {
      await removeModel(studio, target)
      terminal.note('model-removed', { id: target }, terminal.words('models.removed', { id: target }))
    }
    return 0
  } finally {
    await studio.close()
  }
}

async function listModels(models: ModelStore, terminal: Terminal): Promise<number> {
  for (const { entry, embedded } of await models.list()) {
    const bytes = Object.values(entry.files).reduce((sum, file) => sum + file.bytes, 0)
    const columns = [
      entry.id,
      entry.role,
      entry.kind,
      entry.languages.includes('*') ? '99' : entry.languages.join(',') || '-',
      `${(bytes / 1e6).toFixed(1)} MB`,
      terminal.words(embedded ? 'models.embedded' : 'models.added'),
      entry.licence,
    ]
    terminal.result(`${columns.join('\t')}\n`)
  }
  for (const { id } of await models.unreadable()) {
    terminal.result(`${id}\t-\t-\t-\t-\t${terminal.words('models.unreadable')}\t-\n`)
  }
  return 0
}

async function verifyModels(models: ModelStore, terminal: Terminal): Promise<number> {
  let damaged = 0
  for (const model of await models.list()) {
    const verification = await models.verify(model)
    if (verification.problems.length > 0) damaged++
    terminal.result(`${model.entry.id}\t${stateOf(verification, terminal)}\n`)
  }
  const unreadable = await models.unreadable()
  for (const { id } of unreadable) terminal.result(`${id}\t${terminal.words('models.unreadable')}\n`)
  return damaged + unreadable.length > 0 ? 1 : 0
}

export function stateOf(verification: Verification, terminal: Terminal): string {
  const worst = verification.problems[0]
  return worst ? terminal.words('models.damaged', { file: worst.file }) : terminal.words('models.whole')
}
