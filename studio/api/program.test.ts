import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { opennessPoints } from '#core/models/openness-points'
import { jobErrorFor, jobErrorOf } from '../queue/job-error.ts'
import { Fault } from '#contracts/errors'
import { makeMoonshineFolder } from '../models/testing/moonshine.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

describe('the program', () => {
  it('tells what it is and what it has', async () => {
    const { page, folder } = await openedService()
    const info = await page().call('program.info', {})
    expect(info).toMatchObject({
      platform: process.platform,
      dataFolder: folder,
      cacheBytes: 0,
      salvagedRows: null,
    })
    expect(await page().call('program.energy', {})).toEqual({ months: [], models: [] })
    expect(info.freeBytes).toBeGreaterThan(0)
    expect(info.ffmpeg).toMatch(/^[n\d]/u)
  })
})

describe('models', () => {
  it('that come with it are whole, used, and judged in all fourteen points', async () => {
    const { page } = await openedService()
    const window = page()
    const cards = await window.call('models.list', {})
    expect(cards.map(({ role }) => role).toSorted()).toEqual([
      'embedding',
      'recogniser',
      'segmentation',
      'speech-detection',
    ])
    for (const card of cards) {
      expect(card).toMatchObject({ embedded: true, default: true })
      expect(Object.keys(card.openness ?? {}).toSorted()).toEqual([...opennessPoints].toSorted())
    }
    expect(await window.call('models.verify', { id: 'silero-vad-v6' })).toEqual({ damagedFile: null })
    await expect(window.call('models.remove', { id: 'silero-vad-v6' })).rejects.toThrow('model.embedded')
  })
})

describe('a model that a person adds', () => {
  it('is there for every page, judged by nobody, and gone when it is removed', async () => {
    const { page, folder } = await openedService()
    const [window, other] = [page(), page({ local: false })]
    other.watch(0)
    const { id } = await window.call('models.add', {
      folder: await makeMoonshineFolder(await temporaryFolder()),
    })
    await other.event(({ kind, touched }) => kind === 'model-added' && touched.modelId === id)
    const card = (await other.call('models.list', {})).find((one) => one.id === id)
    expect(card).toMatchObject({ role: 'recogniser', embedded: false, default: false, openness: null })
    await appendFile(path.join(folder, 'models', id, 'tokens.txt'), 'x')
    expect(await window.call('models.verify', { id })).toEqual({ damagedFile: 'tokens.txt' })
    await other.call('models.remove', { id })
    await other.event(({ kind }) => kind === 'model-removed')
    expect(await window.call('models.list', {})).toHaveLength(4)
  })
})

describe('a model that cannot be read', () => {
  it('is told of beside the others, until a person removes it', async () => {
    const { page, folder } = await openedService()
    const [window, other] = [page(), page({ local: false })]
    other.watch(0)
    await mkdir(path.join(folder, 'models', 'later'), { recursive: true })
    await writeFile(path.join(folder, 'models', 'later', 'model.json'), '')
    expect(await window.call('models.list', {})).toHaveLength(4)
    expect(await window.call('models.unreadable', {})).toEqual([{ id: 'later' }])
    expect(await other.call('models.unreadable', {})).toEqual([{ id: 'later' }])
    await window.call('models.remove', { id: 'later' })
    await other.event(({ kind, touched }) => kind === 'model-removed' && touched.modelId === 'later')
    expect(await window.call('models.unreadable', {})).toEqual([])
  })
})

describe('why a job failed', () => {
  const file = path.resolve('/far/away/talk.mp3')
  const kept = JSON.parse(
    JSON.stringify(jobErrorOf(new Fault('media.moved', { file }, `at ${file}`))),
  ) as ReturnType<typeof jobErrorOf>

  it('is reported in the language of the one who asks, to a browser without its place', () => {
    expect(jobErrorFor(kept, 'fr', true).message).toContain(`n’est plus`)
    expect(jobErrorFor(kept, 'en', true).message).toContain(file)
    const browser = JSON.stringify(jobErrorFor(kept, 'en', false))
    expect(browser).toContain('talk.mp3')
    expect(browser).not.toContain('far')
  })

  it('is told as an older program wrote it', () => {
    const { values: _values, ...older } = kept
    expect(jobErrorFor(older, 'fr', true)).toEqual(older)
  })
})
