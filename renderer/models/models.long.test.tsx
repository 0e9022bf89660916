// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobCard } from '#contracts/calls/jobs'
import { CallFailed } from '../rpc/call-failed.ts'
import { embeddedModel } from '../library/testing/embedded-model.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

const V3 = 'parakeet-tdt-0.6b-v3'

function download(changes: Partial<JobCard> = {}): JobCard {
  return {
    id: 'd1',
    kind: 'download-model',
    recordingId: null,
    state: 'running',
    step: 'download',
    fraction: 0.5,
    wholeFraction: 0.375,
    wordsUpToMs: null,
    secondsLeft: 180,
    workedMs: 0,
    error: null,
    elsewhere: false,
    settings: { source: { catalogId: V3 }, round: 0 },
    ...changes,
  } as JobCard
}

const inFrench = { job: { language: 'fr' } }

describe('the recommendation', () => {
  it('is one model for the person’s language, with gain and cost, and downloads it', async () => {
    const { studio, preferences } = openPage('/settings/models', {
      preferences: inFrench,
      answers: { 'models.download': () => ({ jobId: 'd1' }) },
    })
    const offer = await screen.findByRole('region', { name: 'Recommendation' })
    within(offer).getByRole('heading', { name: 'For French, on this computer: Parakeet v3' })
    within(offer).getByText('about 1 word in 3 wrong')
    within(offer).getByText('about 1 in 20')
    within(offer).getByText(/measured by this project, Parakeet v3 by its maker \(FLEURS\)/u)
    within(offer).getByText(/923.MB of 8.GB/u)
    await userEvent.click(within(offer).getByRole('button', { name: 'Download' }))
    await waitFor(() => expect(preferences().modelByLanguage).toEqual({ fr: V3 }))
    expect(studio.asked).toContainEqual({ name: 'models.download', input: { id: V3 } })
  })

  it('that is declined stays away, and can be shown again', async () => {
    const { preferences } = openPage('/settings/models', { preferences: inFrench })
    await userEvent.click(await screen.findByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Recommendation' })).toBeNull())
    expect(preferences().declinedModels).toEqual([`fr:${V3}`])
    await userEvent.click(screen.getByRole('button', { name: 'Show' }))
    await screen.findByRole('region', { name: 'Recommendation' })
    expect(preferences().declinedModels).toEqual([])
  })

  it('says so where the best model is here', async () => {
    const best = {
      ...embeddedModel,
      minutesAnHour: 11.6,
      id: V3,
      name: 'Parakeet v3',
      embedded: false,
      catalog: true,
      default: false,
    }
    openPage('/settings/models', {
      preferences: inFrench,
      answers: { 'models.list': () => [embeddedModel, best] },
    })
    await screen.findByText('You already have the best model for French on this computer.')
    expect(screen.getByText('Downloaded, from the catalog')).toBeDefined()
    screen.getByText('On this computer about 12 min for an hour of sound')
    // With a choice, each language can have its own.
    await screen.findByRole('heading', { name: 'Model by language' })
  })
})

describe('a download', () => {
  it('shows what has come and what is left, and is paused', async () => {
    const { studio } = openPage('/settings/models', { answers: { 'jobs.list': () => [download()] } })
    const line = (await screen.findByRole('progressbar')).closest('li') as HTMLElement
    within(line).getByText('Parakeet v3')
    within(line).getByText(/^244.MB of 487.MB, about 3 min left$/u)
    expect(within(line).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('37')
    await userEvent.click(within(line).getByRole('button', { name: 'Pause the download of Parakeet v3' }))
    expect(studio.asked).toContainEqual({ name: 'jobs.pause', input: { jobId: 'd1' } })
  })

  it.each([
    [{ state: 'paused' as const }, /^Paused at 244.MB of 487.MB. It resumes from there\.$/u],
    [{ step: 'unpack', fraction: 0.2 }, /^Unpacking, 20%$/u],
    [{ step: 'check' }, /^Checking the file$/u],
    [{ state: 'queued' as const, step: null, fraction: null }, /^Waiting$/u],
  ])('%j is said in words', async (changes, words) => {
    openPage('/settings/models', { answers: { 'jobs.list': () => [download(changes)] } })
    expect(await screen.findByText(words)).toBeDefined()
  })

  it('that failed says why and what to do, and is tried again', async () => {
    const error = { code: 'model.wrong-hash', message: 'It is another file.', remedy: 'Try again.' } as const
    const { studio } = openPage('/settings/models', {
      answers: { 'jobs.list': () => [download({ state: 'failed', error })], 'jobs.retry': () => ({}) },
    })
    await screen.findByText(/It is another file\./u)
    await userEvent.click(screen.getByRole('button', { name: 'Retry the download of Parakeet v3' }))
    expect(studio.asked).toContainEqual({ name: 'jobs.retry', input: { jobId: 'd1' } })
  })

  describe('of a file that the catalog does not know', () => {
    const error = { code: 'model.unknown-file', message: 'Unknown file.', remedy: 'Decide.' } as const
    const sha256 = 'e'.repeat(64)
    const facts = { sha256, bytes: 474e6, known: [{ sha256: 'a'.repeat(64), published: '2026-07-09' }] }
    const open = async (answers: Parameters<typeof openPage>[1]) => {
      const page = openPage('/settings/models', {
        ...answers,
        answers: {
          'jobs.list': () => [download({ state: 'failed', error })],
          'models.unknownFile': () => facts,
          ...answers?.answers,
        },
      })
      const name = 'Decide whether to install the file of Parakeet v3'
      await userEvent.click(await screen.findByRole('button', { name }))
      const title = 'Install a file of Parakeet v3 that Parolo does not know?'
      return { ...page, dialog: await screen.findByRole('alertdialog', { name: title }) }
    }

    it('says what installing it means, and installs exactly that file', async () => {
      const { studio, dialog } = await open({
        answers: { 'models.installUnknownFile': () => ({ jobId: 'd1' }) },
      })
      await within(dialog).findByText(/Its maker may have replaced it.*attack this computer/u)
      within(dialog).getByText(`SHA-256 ${sha256}`)
      within(dialog).getByText(new RegExp(`July.*2026, SHA-256 ${'a'.repeat(64)}`, 'u'))
      expect(studio.asked.some(({ name }) => name === 'models.installUnknownFile')).toBe(false)
      await userEvent.click(within(dialog).getByRole('button', { name: 'Install this file' }))
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
      expect(studio.asked).toContainEqual({ name: 'models.installUnknownFile', input: { id: V3, sha256 } })
    })

    it('installs nothing if it is closed', async () => {
      const { studio, dialog } = await open({})
      await within(dialog).findByText(`SHA-256 ${sha256}`)
      await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
      expect(studio.asked.some(({ name }) => name === 'models.installUnknownFile')).toBe(false)
    })

    it('stays open and says why if the file is another one by now, as another window answered', async () => {
      const { dialog } = await open({
        answers: {
          'models.installUnknownFile': () => {
            throw new CallFailed({ code: 'model.file-changed', message: 'No longer the file.' })
          },
        },
      })
      await userEvent.click(await within(dialog).findByRole('button', { name: 'Install this file' }))
      expect(await within(dialog).findByText(/No longer the file/u)).toBeDefined()
    })

    it('offers nothing where it was answered meanwhile', async () => {
      const { dialog } = await open({ answers: { 'models.unknownFile': () => null } })
      await within(dialog).findByText(/^This question is settled/u)
      expect(within(dialog).queryByRole('button', { name: 'Install this file' })).toBeNull()
    })
  })

  it('is not offered a second time', async () => {
    openPage('/settings/models', {
      preferences: inFrench,
      answers: { 'jobs.list': () => [download()] },
    })
    await screen.findByText('The best model for French on this computer is being downloaded.')
    await userEvent.click(screen.getByText('Available to download'))
    expect(screen.queryByRole('button', { name: 'Download Parakeet v3' })).toBeNull()
    screen.getByRole('button', { name: 'Download Canary 180M' })
  })
})

describe('a model that is here', () => {
  const mine = { ...embeddedModel, id: V3, name: 'Parakeet v3', embedded: false, default: false }
  const archive = { sha256: 'e'.repeat(64), published: null, newer: null, acceptedAtMs: null }
  it.each([
    [true, { ...archive, published: '2026-07-09' }, /^File of .*July.* 2026$/u],
    [
      true,
      { ...archive, published: '2026-06-11', newer: '2026-07-09' },
      /^File of .*June.* 2026\. There is one of .*July.* 2026: remove the model and download it again\.$/u,
    ],
    [
      false,
      { ...archive, acceptedAtMs: Date.UTC(2026, 10, 30, 12) },
      /^Installed by your decision of .*November.* 2026, SHA-256 e{64}$/u,
    ],
  ])('of the catalog (%s) says which of its files was installed: %j', async (catalog, from, words) => {
    openPage('/settings/models', {
      answers: { 'models.list': () => [embeddedModel, { ...mine, catalog, archive: from }] },
    })
    expect(await screen.findByText(words)).toBeDefined()
    screen.getByText(catalog ? 'Downloaded, from the catalog' : 'Downloaded, file not known to the catalog')
  })
})

describe('the catalog', () => {
  it('lists a model that can only be added by hand, in which languages it can be used, and no download', async () => {
    openPage('/settings/models', { preferences: inFrench })
    await userEvent.click(await screen.findByText('Available to download'))
    const line = screen.getByText('Canary 1B v2').closest('li') as HTMLElement
    within(line).getByText(/^25 languages, 1\.1.GB$/u)
    within(line).getByText('CC-BY-4.0, NVIDIA.')
    within(line).getByText(/can use it in English, Spanish, German,? and French\. .*You can add it yourself/u)
    expect(within(line).queryByRole('button')).toBeNull()
  })

  it('tells how open a model is, point by point, and what nobody has told', async () => {
    openPage('/settings/models', { preferences: inFrench })
    await userEvent.click(await screen.findByText('Available to download'))
    const line = (name: string) =>
      screen.getByRole('button', { name: `Download ${name}` }).closest('li') as HTMLElement
    const strip = within(line('Cohere Transcribe')).getByRole('button', { name: /^5 of 14 open\./u })
    expect(strip.getAttribute('aria-label')).toContain('5 open, 0 partly open, 9 unknown, of 14')
    await userEvent.click(strip)
    const points = await screen.findByRole('dialog', {
      name: 'Openness of Cohere Transcribe, point by point',
    })
    const valueOf = (point: string) => within(points).getByText(point).nextElementSibling?.textContent
    expect(valueOf('Base model weights')).toBe('open')
    expect(valueOf('Base model data')).toBe('nothing found')
    within(points).getByText('Downloadable weights alone do not make a model open source.')
    within(points).getByText(/^Source: CohereLabs/u)
  })
})
