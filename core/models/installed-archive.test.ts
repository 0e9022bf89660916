import { expect, it } from 'vitest'
import { catalogModel } from './catalog/catalog.ts'
import { installedArchive } from './installed-archive.ts'

const model = catalogModel('nemotron-3.5-streaming-0.6b')
const versions = model !== undefined && 'versions' in model.download ? model.download.versions : []
const [newest, former] = versions.map(({ sha256 }) => sha256)

it.each([
  ['the newest version', newest, { published: '2026-07-09', newer: null, acceptedAtMs: null }],
  ['a former one', former, { published: '2026-06-11', newer: '2026-07-09', acceptedAtMs: null }],
  [
    'an unknown one that a person accepted',
    'f'.repeat(64),
    { published: null, newer: null, acceptedAtMs: 5 },
  ],
])('%s is told apart', (_name, sha256 = '', expected) => {
  expect(installedArchive(model, { sha256, acceptedAtMs: 5 })).toEqual({ sha256, ...expected })
})

it('of a model that the catalog does not have is only named', () => {
  const archive = { sha256: newest ?? '', acceptedAtMs: null }
  expect(installedArchive(undefined, archive)).toEqual({ ...archive, published: null, newer: null })
})
