import { byteSize } from '#core/notation/sizes'
import { Fault } from '#contracts/errors'
import type { ModelSource } from '#contracts/model-downloads'
import { downloadBytes } from '#core/models/catalog-model'
import { handModels } from '#core/models/catalog/by-hand'
import { catalog } from '#core/models/catalog/catalog'
import { addModel, removeModel } from '#studio/models/added-models'
import { isOfCatalog } from '#studio/models/is-of-catalog'
import type { Model, ModelStore, Verification } from '#studio/models/model-store'
import { looksLikeAddress } from '#studio/network/address'
import type { Studio } from '#studio/studio'
import { isOn, resolveFromCallerDir, type Invocation, text } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { getModel } from '../downloads/get-model.ts'

/** @param openLibrary called if a change must be reported to the library's pages; listing does not need it */
export async function runModels(
  models: ModelStore,
  openLibrary: () => Promise<Studio>,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const [action = 'list', target] = invocation.words
  switch (action) {
    case 'list':
      return listModels(models, terminal)
    case 'verify':
      return verifyModels(models, terminal)
    case 'get':
    case 'add':
    case 'remove': {
      if (target === undefined) throw new Fault('usage.missing-file', { verb: `models ${action}` })
      const sha256 = givenHash(invocation)
      const studio = await openLibrary()
      try {
        const asksUnknown = isOn(invocation, 'unknown-file')
        const change = { action, target, sha256, signal, asksUnknown }
        return (await changeModels(studio, terminal, change)) ? 0 : EXIT_NOT_WANTED
      } finally {
        await studio.close()
      }
    }
    default:
      throw new Fault('usage.bad-option', { option: action, verb: 'models' })
  }
}

interface Change {
  readonly action: 'get' | 'add' | 'remove'
  readonly target: string
  readonly sha256: string | null
  readonly signal: AbortSignal
  readonly asksUnknown: boolean
}

const EXIT_NOT_WANTED = 1

/** False if the person was asked and does not want it. */
async function changeModels(
  studio: Studio,
  terminal: Terminal,
  { action, target, sha256, signal, asksUnknown }: Change,
): Promise<boolean> {
  const download = async (source: ModelSource): Promise<boolean> => {
    const got = await getModel(studio, terminal, source, { signal, asksUnknown })
    if (got === null) return false
    const { model, wasHere } = got
    if (wasHere) {
      const { id } = model.entry
      terminal.note('model-here', { id }, terminal.words('models.here-already', { id }))
    } else reportAdded(terminal, model)
    return true
  }
  if (action === 'get') return download({ catalogId: target })
  if (action === 'remove') {
    await removeModel(studio, target)
    terminal.note('model-removed', { id: target }, terminal.words('models.removed', { id: target }))
  } else if (looksLikeAddress(target)) return download({ url: target, sha256 })
  else {
    const report = (step: 'download' | 'check' | 'unpack' | 'add', fraction: number): void =>
      terminal.modelProgress(target, step, fraction, fraction)
    reportAdded(terminal, await addModel(studio, resolveFromCallerDir(target), { sha256, signal, report }))
  }
  return true
}

/** Throws `model.bad-hash`. */
function givenHash(invocation: Invocation): string | null {
  const given = text(invocation, 'sha256')
  if (given === undefined) return null
  const hash = given.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw new Fault('model.bad-hash', { hash: given })
  return hash
}

function reportAdded(terminal: Terminal, { entry: { id, kind } }: Model): void {
  terminal.note('model-added', { id, kind }, terminal.words('models.added-now', { id, kind }))
}

async function listModels(models: ModelStore, terminal: Terminal): Promise<number> {
  const here = await models.list()
  for (const { entry, embedded } of here) {
    const bytes = Object.values(entry.files).reduce((sum, file) => sum + file.bytes, 0)
    const how = embedded
      ? 'embedded'
      : isOfCatalog(entry)
        ? 'downloaded'
        : entry.archive?.acceptedAtMs == null
          ? 'added-archive'
          : 'accepted'
    printModel(terminal, { ...entry, bytes, how, archive: entry.archive?.sha256 ?? '-' })
  }
  for (const { id } of await models.unreadable()) {
    terminal.lines([[id, '-', '-', '-', '-', terminal.words('models.unreadable'), '-', '-']])
  }
  for (const model of catalog) {
    if (here.some(({ entry }) => entry.id === model.id)) continue
    printModel(terminal, {
      ...model,
      role: model.role ?? 'recogniser',
      bytes: downloadBytes(model),
      how: 'available',
      licence: model.licence ?? '-',
      archive: '-',
    })
  }
  for (const model of handModels) {
    const { name: id, usableLanguages: languages } = model
    printModel(terminal, { ...model, id, role: 'recogniser', languages, how: 'by-hand', archive: '-' })
  }
  return 0
}

interface ListedModel {
  readonly id: string
  readonly role: string
  readonly kind: string
  readonly languages: readonly string[]
  readonly licence: string
  readonly bytes: number
  readonly how: 'embedded' | 'downloaded' | 'added-archive' | 'accepted' | 'available' | 'by-hand'
  /** SHA-256 of the archive that it was installed from. */
  readonly archive: string
}

function printModel(
  terminal: Terminal,
  { id, role, kind, languages, licence, bytes, how, archive }: ListedModel,
): void {
  const spoken = languages.includes('*') ? '99' : languages.join(',') || '-'
  const size = byteSize(bytes, terminal.locale)
  terminal.lines([[id, role, kind, spoken, size, terminal.words(`models.${how}`), licence, archive]])
}

async function verifyModels(models: ModelStore, terminal: Terminal): Promise<number> {
  let damaged = 0
  for (const model of await models.list()) {
    const verification = await models.verify(model)
    if (verification.problems.length > 0) damaged++
    terminal.lines([[model.entry.id, stateOf(verification, terminal)]])
  }
  const unreadable = await models.unreadable()
  for (const { id } of unreadable) terminal.lines([[id, terminal.words('models.unreadable')]])
  return damaged + unreadable.length > 0 ? 1 : 0
}

export function stateOf(verification: Verification, terminal: Terminal): string {
  const worst = verification.problems[0]
  return worst ? terminal.words('models.damaged', { file: worst.file }) : terminal.words('models.whole')
}
