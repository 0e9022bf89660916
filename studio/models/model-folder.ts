import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { ModelEntry } from '#contracts/models'
import { archiveVersion, type CatalogModel } from '#core/models/catalog-model'
import { modelKinds } from './kinds.ts'
import { entryOfKind, filesOfKind } from './recognize-folder.ts'

/**
 * The entry of a catalog model whose files are in `folder`; `archive`: what they were unpacked from, if they were.
 * Throws `model.archive-incomplete`.
 */
export async function entryOfCatalogModel(
  model: CatalogModel,
  folder: string,
  archive?: ModelEntry['archive'],
): Promise<ModelEntry> {
  const { id, name, maker, licence, languages, download } = model
  const source = 'files' in download ? (download.files[0]?.url ?? '') : download.url
  const given = {
    id,
    name,
    licence: licence ?? 'unknown: see where the model came from',
    source: `${maker}; ${source}`,
    languages,
    catalog: archive === undefined || archiveVersion(model, archive.sha256) !== undefined,
    ...(archive && { archive }),
  }
  const names = await readdir(folder)
  const wanted = 'files' in download ? download.files.map((file) => file.name) : download.members
  const missing = wanted.find((one) => !names.includes(one))
  if (missing !== undefined) {
    throw new Fault('model.archive-incomplete', { id, member: missing }, names.join('\n'))
  }
  const kind = modelKinds.find((one) => one.kind === model.kind)
  if (kind === undefined) throw new Error(`the catalog names the unknown kind ${model.kind}`)
  const files = filesOfKind(kind, names)
  if (files === null) throw new Fault('model.archive-incomplete', { id, member: names.join(', ') })
  return entryOfKind(folder, kind, files, { ...given, role: kind.role ?? 'recogniser' })
}

/**
 * Makes a folder with a model's files the model's folder in the library, atomically: deletes superfluous
 * files, then renames the complete folder. `folder` is on the same disk as `target`.
 */
export async function placeModelFolder(folder: string, entry: ModelEntry, target: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const full = path.join(file.parentPath, file.name)
    const name = path.relative(folder, full).split(path.sep).join('/')
    if (entry.files[name] === undefined) await rm(full)
  }
  await writeFile(path.join(folder, 'model.json'), `${JSON.stringify(entry, null, 2)}\n`)
  await rename(folder, target)
}
