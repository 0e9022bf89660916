// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobCard } from '#contracts/calls/jobs'
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
    await screen.findByText('For French, the best model for this computer is here.')
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
    [{ state: 'paused' as const }, /^Paused at 244.MB of 487.MB; it resumes from there\.$/u],
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
    await userEvent.click(screen.getByRole('button', { name: 'Try the download of Parakeet v3 again' }))
    expect(studio.asked).toContainEqual({ name: 'jobs.retry', input: { jobId: 'd1' } })
  })

  it('is not offered a second time', async () => {
    openPage('/settings/models', {
      preferences: inFrench,
      answers: { 'jobs.list': () => [download()] },
    })
    await screen.findByText('For French, the best model for this computer is being downloaded.')
    await userEvent.click(screen.getByText('Can be downloaded'))
    expect(screen.queryByRole('button', { name: 'Download Parakeet v3' })).toBeNull()
    screen.getByRole('button', { name: 'Download Canary 180M' })
  })
})

describe('the catalog', () => {
  it('tells how open a model is, point by point, and what nobody has told', async () => {
    openPage('/settings/models', { preferences: inFrench })
    await userEvent.click(await screen.findByText('Can be downloaded'))
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
    within(points).getByText('Weights that can be downloaded do not make a model open source.')
    within(points).getByText(/^Source: CohereLabs/u)
  })
})
