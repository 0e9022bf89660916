import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { catalog } from '#core/models/catalog/catalog'
import { temporaryFolder } from '../testing/opened-service.ts'
import { entryOfCatalogModel } from './model-folder.ts'

it.each(catalog)('$id becomes an entry from the files that the catalog names', async (model) => {
  const folder = path.join(await temporaryFolder(), 'staging')
  await mkdir(folder)
  const { download } = model
  const names = 'files' in download ? download.files.map(({ name }) => name) : download.members
  for (const name of names) await writeFile(path.join(folder, name), name)
  const entry = await entryOfCatalogModel(model, folder)
  expect(entry).toMatchObject({ id: model.id, kind: model.kind, languages: model.languages, catalog: true })
  expect(Object.keys(entry.files).sort()).toEqual([...names].sort())
  expect(entry.times === 'none').toBe(!model.gives.times)
  expect(entry.confidence === 'none').toBe(!model.gives.confidence)
})
