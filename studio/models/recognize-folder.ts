import path from 'node:path'
import { Fault } from '#contracts/errors'
import { ModelEntry } from '#contracts/models'
import { limitsOf } from '#core/models/defects/kind-limits'
import { modelKinds, type ModelKind } from './kinds.ts'
import { entriesIn, factsOf } from '../drives/files.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'

/**
 * Creates the entry for a folder of model files. `name`: the name that determines its kind, if that is not
 * the folder's. Throws `model.bad-folder`.
 */
export async function entryFromFolder(folder: string, name?: string): Promise<ModelEntry> {
  const names = await namesIn(folder).catch((error: unknown) => {
    if (error instanceof Fault) throw error
    throw new Fault('model.bad-folder', { folder }, String(error), error)
  })
  const folderName = name ?? path.basename(path.resolve(folder))
  for (const kind of modelKinds) {
    if (kind.folderName && !kind.folderName.test(folderName)) continue
    const files = filesOfKind(kind, names)
    if (files) return makeEntry(folder, folderName, kind, files)
  }
  throw new Fault('model.bad-folder', { folder: name ?? folder }, names.slice(0, 40).join('\n'))
}

/** Maps each role to a file (or folder) name; null if one is missing. */
export function filesOfKind(kind: ModelKind, names: readonly string[]): Record<string, string> | null {
  const files: Record<string, string> = {}
  for (const [role, pattern] of Object.entries({ ...kind.files, ...kind.folders })) {
    const fitting = names.filter((name) => pattern.test(name)).sort()
    const chosen = fitting.find((name) => /int8/u.test(name)) ?? fitting[0]
    if (chosen === undefined) return null
    files[role] = chosen
  }
  return files
}

async function makeEntry(
  folder: string,
  folderName: string,
  kind: ModelKind,
  files: Record<string, string>,
): Promise<ModelEntry> {
  const id = folderName
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/gu, '-')
    .replace(/^[^a-z0-9]+|-+$/gu, '')
  return entryOfKind(folder, kind, files, {
    id: id.length > 1 ? id.slice(0, 80) : `${kind.kind}-${id}`,
    name: folderName,
    role: kind.role ?? 'recogniser',
    licence: 'unknown: see where the model came from',
    source: 'added from a folder',
  })
}

/** The entry for files of a kind, with their sizes and hashes; `given` takes precedence over the kind's traits. */
export async function entryOfKind(
  folder: string,
  kind: ModelKind,
  files: Record<string, string>,
  given: Pick<ModelEntry, 'id' | 'name' | 'role' | 'licence' | 'source'> & {
    readonly languages?: readonly string[]
    readonly catalog?: boolean
    readonly archive?: ModelEntry['archive']
  },
): Promise<ModelEntry> {
  const facts: Record<string, { bytes: number; sha256: string }> = {}
  for (const name of await namesInside(folder, Object.values(files))) {
    const file = path.join(folder, name)
    facts[name] = { bytes: (await factsOf(file)).bytes, sha256: await sha256OfFile(file) }
  }
  const { chunks, leadingSeconds } = limitsOf(kind.kind)
  return ModelEntry.parse({
    kind: kind.kind,
    files: facts,
    config: withFileNames(kind.config, files),
    chunks,
    leadingSeconds,
    ...kind.traits,
    ...given,
  })
}

const namesIn = async (folder: string): Promise<string[]> => (await entriesIn(folder)).map(({ name }) => name)

/** All files of the chosen names: those inside a folder, and the separate weights of a large model. */
async function namesInside(folder: string, chosen: readonly string[]): Promise<string[]> {
  const all = await namesIn(folder)
  const names = new Set<string>()
  for (const name of chosen) {
    if ((await factsOf(path.join(folder, name))).kind === 'folder') {
      for (const inner of await namesIn(path.join(folder, name))) names.add(`${name}/${inner}`)
    } else {
      const stem = name.replace(/\.onnx$/u, '')
      const beside = new Set([name, `${name}.data`, `${name}_data`, `${stem}.data`, `${stem}.weights`])
      for (const one of all) if (beside.has(one)) names.add(one)
    }
  }
  return [...names]
}

/** Replaces `file:ROLE` with `file:NAME`. */
function withFileNames(value: unknown, files: Record<string, string>): unknown {
  if (typeof value === 'string' && value.startsWith('file:')) return `file:${files[value.slice(5)]}`
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFileNames(inner, files)]))
  }
  return value
}
