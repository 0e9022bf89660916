import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { ModelCatalog, ModelEntry } from '#contracts/models'
import type { ModelIdentity, ModelRole } from '#core/transcript/transcript'
import { copyBytes } from '../drives/files.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { isProcessAlive } from '../processes/process-liveness.ts'
import { placeModelFolder } from './model-folder.ts'
import { entryFromFolder } from './recognize-folder.ts'

/** A model and the folder with its files. */
export interface Model {
  readonly entry: ModelEntry
  readonly folder: string
  readonly embedded: boolean
}

/** An added model whose `model.json` this program cannot read; its folder is left unchanged. */
export interface UnreadableModel {
  /** The folder's name, which is also the model's id. */
  readonly id: string
  readonly folder: string
  /** `model.unreadable` */
  readonly fault: Fault
}

export const DEFAULT_MODELS = {
  recognizer: 'whisper-base-beam5',
  segmentation: 'pyannote-segmentation-3.0',
  embedding: 'campplus-sv-zh-en-common-advanced',
  'speech-detection': 'silero-vad-v6',
} as const

/** Followed by the computer, which may not be this one for a library on a shared drive, and the process. */
const STAGING = '.staging-'
const stagingOf = /^\.staging-(.+)-(\d{1,9})-[^-]+$/u

/** Result of checking one model's files. */
export interface Verification {
  readonly model: Model
  readonly problems: readonly { readonly file: string; readonly problem: 'missing' | 'size' | 'hash' }[]
}

/** The models included in the program and those added to the library by a person. */
export class ModelStore {
  readonly #embeddedFolder: string
  readonly #addedFolder: string
  /** Keyed by folder; in progress or passed. */
  readonly #verified = new Map<string, Promise<void>>()

  constructor(embeddedFolder: string, addedFolder: string) {
    this.#embeddedFolder = embeddedFolder
    this.#addedFolder = addedFolder
  }

  /** All readable models. */
  async list(): Promise<Model[]> {
    const catalog = ModelCatalog.parse(
      JSON.parse(await readFile(path.join(this.#embeddedFolder, 'catalogue.json'), 'utf8')),
    )
    const embedded = catalog.models.map((entry) => ({
      entry,
      folder: path.join(this.#embeddedFolder, entry.id),
      embedded: true,
    }))
    return [...embedded, ...(await this.#added()).models]
  }

  /** Added models that are damaged or were written by a newer program. */
  async unreadable(): Promise<UnreadableModel[]> {
    return (await this.#added()).unreadable
  }

  /** The model with that id, or its replacement. Throws `model.unknown`, `model.unreadable`. */
  async find(id: string): Promise<Model> {
    const models = await this.list()
    const model =
      models.find(({ entry }) => entry.id === id) ?? models.find(({ entry }) => entry.replaces.includes(id))
    if (!model) {
      const unreadable = (await this.unreadable()).find((one) => one.id === id)
      if (unreadable) throw unreadable.fault
      const known = models.filter((one) => one.entry.role === 'recogniser').map((one) => one.entry.id)
      throw new Fault('model.unknown', { id, known: known.join(', ') })
    }
    return model
  }

  /** Checks every file's size and SHA-256. */
  async verify(model: Model): Promise<Verification> {
    const problems: { file: string; problem: 'missing' | 'size' | 'hash' }[] = []
    for (const [name, expected] of Object.entries(model.entry.files)) {
      const file = path.join(model.folder, name)
      const facts = await stat(file).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw diskFault(error, file)
      })
      if (!facts) problems.push({ file, problem: 'missing' })
      else if (facts.size !== expected.bytes) problems.push({ file, problem: 'size' })
      else if ((await sha256OfFile(file)) !== expected.sha256) problems.push({ file, problem: 'hash' })
    }
    return { model, problems }
  }

  /**
   * Like `verify`, once per model and program run, before its first load. Throws `model.missing`,
   * `model.damaged`.
   */
  async ensureVerified(model: Model): Promise<void> {
    const check = this.#verified.get(model.folder) ?? this.#requireWhole(model)
    this.#verified.set(model.folder, check)
    await check
  }

  async #requireWhole(model: Model): Promise<void> {
    try {
      const { problems } = await this.verify(model)
      const worst = problems[0]
      if (!worst) return
      const code = worst.problem === 'missing' ? 'model.missing' : 'model.damaged'
      throw new Fault(code, { id: model.entry.id, file: worst.file })
    } catch (error) {
      this.#verified.delete(model.folder)
      throw error
    }
  }

  /**
   * Copies a folder of model files into the library; the model's kind is determined by its files.
   * Throws `model.bad-folder`, `model.exists`, `disk.full`.
   */
  async add(folder: string): Promise<Model> {
    const entry = await entryFromFolder(folder)
    await this.ensureUntaken(entry.id)
    return this.stage(async (part) => {
      for (const name of Object.keys(entry.files)) {
        await mkdir(path.dirname(path.join(part, name)), { recursive: true })
        // Copies a link's target, not the link.
        await copyBytes(path.join(folder, name), path.join(part, name))
      }
      return { entry, folder: part }
    })
  }

  /** Throws `model.exists` if there is a model with that id, readable or not. */
  async ensureUntaken(id: string): Promise<void> {
    const isTaken =
      (await this.list()).some((one) => one.entry.id === id) ||
      (await this.unreadable()).some((one) => one.id === id)
    if (isTaken) throw new Fault('model.exists', { id })
  }

  /**
   * Adds a model whose files `fill` puts into a new folder (or one below it, which it returns); on failure
   * nothing is left. Throws what `fill` throws, `model.exists`, `disk.full`.
   */
  async stage(
    fill: (folder: string) => Promise<{ readonly entry: ModelEntry; readonly folder: string }>,
  ): Promise<Model> {
    let staging: string | undefined
    try {
      await mkdir(this.#addedFolder, { recursive: true })
      await this.dropLeftStaging()
      staging = await mkdtemp(path.join(this.#addedFolder, `${STAGING}${os.hostname()}-${process.pid}-`))
      const { entry, folder } = await fill(staging)
      await this.ensureUntaken(entry.id)
      const target = path.join(this.#addedFolder, entry.id)
      await placeModelFolder(folder, entry, target)
      return { entry, folder: target, embedded: false }
    } catch (error) {
      throw diskFault(error, this.#addedFolder)
    } finally {
      if (staging !== undefined) await rm(staging, { recursive: true, force: true })
    }
  }

  /** Deletes what programs that were killed while they added a model left; the next attempt may need the space. */
  async dropLeftStaging(): Promise<void> {
    for (const name of await this.#names()) {
      const [, host, pid] = stagingOf.exec(name) ?? []
      if (host !== os.hostname() || isProcessAlive({ pid: Number(pid), startTime: null })) continue
      await rm(path.join(this.#addedFolder, name), { recursive: true, force: true })
    }
  }

  /** Where unfinished downloads are kept. */
  get downloads(): string {
    return path.join(this.#addedFolder, '.downloads')
  }

  /** Throws `model.unknown`, `model.embedded`. */
  async remove(id: string): Promise<void> {
    const unreadable = (await this.unreadable()).find((one) => one.id === id)
    const model = unreadable ? { ...unreadable, embedded: false } : await this.find(id)
    if (model.embedded) throw new Fault('model.embedded', { id })
    await rm(model.folder, { recursive: true })
  }

  async #names(): Promise<string[]> {
    return readdir(this.#addedFolder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw diskFault(error, this.#addedFolder)
    })
  }

  async #added(): Promise<{ models: Model[]; unreadable: UnreadableModel[] }> {
    const names = await this.#names()
    const models: Model[] = []
    const unreadable: UnreadableModel[] = []
    for (const id of names.toSorted((a, b) => (a < b ? -1 : 1))) {
      const folder = path.join(this.#addedFolder, id)
      const file = path.join(folder, 'model.json')
      try {
        const entry = await readEntry(file)
        if (entry !== null) models.push({ entry, folder, embedded: false })
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error)
        unreadable.push({ id, folder, fault: new Fault('model.unreadable', { id, file }, detail, error) })
      }
    }
    return { models, unreadable }
  }
}

/** Null if the file does not exist: the folder is not a model. Throws a fault for an invalid file. */
async function readEntry(file: string): Promise<ModelEntry | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return text === null ? null : ModelEntry.parse(JSON.parse(text))
}

/** One hash per model, from its files' hashes and names in order of name. */
export function modelSha256(entry: ModelEntry): string {
  const lines = Object.keys(entry.files)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => `${entry.files[name]?.sha256}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

export function modelIdentity(model: Model, role: ModelRole): ModelIdentity {
  return { role, id: model.entry.id, sha256: modelSha256(model.entry) }
}
