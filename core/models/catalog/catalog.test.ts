import { expect, it } from 'vitest'
import { bytesToInstall, downloadBytes } from '../catalog-model.ts'
import { catalog } from './catalog.ts'
import { catalogOpenness } from './openness.ts'

const parts = catalog.flatMap(({ id, download }) =>
  'files' in download
    ? download.files.map(({ url, bytes, sha256 }) => ({ id, url, bytes, sha256 }))
    : download.versions.map(({ bytes, sha256 }) => ({ id, url: download.url, bytes, sha256 })),
)

it('has each model once, with ids that can name a folder', () => {
  const ids = catalog.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]{1,80}$/u)
})

it.each(parts)('pins $id by size and hash, over https', ({ url, bytes, sha256 }) => {
  expect(new URL(url).protocol).toBe('https:')
  expect(sha256).toMatch(/^[0-9a-f]{64}$/u)
  expect(bytes).toBeGreaterThan(100_000)
})

it('pins no file twice and no branch that moves', () => {
  expect(new Set(parts.map(({ sha256 }) => sha256)).size).toBe(parts.length)
  for (const { url } of parts) expect(url).not.toMatch(/\/(main|master|latest)\//u)
})

const archives = catalog.flatMap(({ id, download }) => ('files' in download ? [] : [{ id, ...download }]))

it.each(archives)('lists the versions of $id by date, each with its source', ({ versions }) => {
  const dates = versions.map(({ published }) => published ?? '')
  // Where there are several, a date tells them apart.
  if (dates.length > 1) expect(dates.every((date) => /^20\d\d-\d\d-\d\d$/u.test(date))).toBe(true)
  expect(dates).toEqual(dates.toSorted((one, other) => (one < other ? 1 : -1)))
  expect(versions.every(({ source }) => source.length > 5)).toBe(true)
})

it.each(catalog.map(({ id, trainingData }) => [id, trainingData] as const))(
  'says how open %s is, with its sources, and the same of its training data everywhere',
  (id, trainingData) => {
    const { points, sources } = catalogOpenness(id) ?? { points: {}, sources: [] }
    expect(sources.length).toBeGreaterThan(0)
    expect(points['base-weights']).toBe(1)
    const data = { named: 1, 'partly-named': 0.5, closed: 0, unknown: undefined }[trainingData]
    expect(points['base-data']).toBe(data)
    // Open weights alone do not count: another point must be known.
    expect(Object.keys(points).length).toBeGreaterThan(1)
  },
)

it('names plain files as members, tokens among them', () => {
  for (const { role, download } of catalog) {
    const names = 'files' in download ? download.files.map(({ name }) => name) : download.members
    for (const name of names) expect(name).toMatch(/^[\w.-]+\.(onnx|txt)$/u)
    const hasWords = role === undefined
    expect(names.filter((name) => name.endsWith('tokens.txt'))).toHaveLength(hasWords ? 1 : 0)
  }
})

it('needs more room than the download where an archive is unpacked', () => {
  for (const model of catalog) {
    const factor = bytesToInstall(model) / downloadBytes(model)
    expect(factor).toBeCloseTo('files' in model.download ? 1 : 2.5, 3)
  }
})
