// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jobCard, recordingCard, transcriptCard } from './testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

describe('the library', () => {
  it('shows a running job with its stage and pauses it', async () => {
    const { studio } = openPage('/', { cards: [recordingCard({ job: jobCard() })] })
    await screen.findByText('Transcribing')
    expect(screen.getByText('38%, about 14 min left')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    expect(studio.asked.at(-1)).toEqual({ name: 'jobs.pause', input: { jobId: 'j1' } })
  })

  it('asks for jobs alone when one goes on', async () => {
    const { studio } = openPage('/', { cards: [recordingCard({ job: jobCard() })] })
    await screen.findByText('Transcribing')
    const before = studio.asked.length
    studio.emit('job-progress')
    await waitFor(() => expect(studio.asked.length).toBe(before + 1))
    expect(studio.asked.at(-1)?.name).toBe('jobs.list')
  })

  it('names what goes before it is deleted', async () => {
    const { studio } = openPage('/', {
      cards: [recordingCard(), recordingCard({ id: 'r2', title: 'Stays' })],
    })
    await userEvent.click(await screen.findByRole('button', { name: 'More actions for The repair café' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
    const dialog = await screen.findByRole('alertdialog')
    await within(dialog).findByText('12 changes')
    expect(within(dialog).getByText('The original file stays where it is.')).toBeTruthy()
    const backups = within(dialog).getByRole('checkbox', { name: /2 backups/u })
    expect(backups).toHaveProperty('checked', true)
    await userEvent.click(backups)
    expect(studio.asked.some(({ name }) => name === 'recordings.delete')).toBe(false)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByText('The repair café')).toBeNull())
    expect(screen.getByText('“The repair café” deleted.')).toBeTruthy()
    expect(studio.asked.find(({ name }) => name === 'recordings.delete')?.input).toEqual({
      recordingId: 'r1',
      keepBackups: true,
    })
    expect(screen.getByText('Stays')).toBeTruthy()
  })

  it('renames by the keyboard alone', async () => {
    openPage('/', { cards: [recordingCard()] })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'More actions for The repair café' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
    await screen.findByRole('dialog')
    await user.clear(screen.getByLabelText('Title'))
    expect(await screen.findByText('Enter a title.')).toBeTruthy()
    await user.keyboard('Bicycles{Enter}')
    await screen.findByRole('link', { name: 'Bicycles' })
  })

  it('filters by state and by tag, in the address', async () => {
    openPage('/?show=to-check', {
      cards: [
        recordingCard({
          id: 'a',
          title: 'Doubtful',
          tags: ['radio'],
          transcript: transcriptCard({ places: { toCheck: 2, checked: 0 } }),
        }),
        recordingCard({
          id: 'b',
          title: 'Right',
          tags: ['radio'],
          transcript: transcriptCard({ places: { toCheck: 0, checked: 0 } }),
        }),
        recordingCard({ id: 'c', title: 'Elsewhere' }),
      ],
    })
    await screen.findByText('Doubtful')
    expect(screen.queryByText('Right')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^All \d/u }))
    await screen.findByText('Elsewhere')
    await userEvent.click(screen.getAllByRole('button', { name: 'radio' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByText('Elsewhere')).toBeNull())
    expect(screen.getByText('Right')).toBeTruthy()
    expect(window.location.hash).toContain('tag=radio')
  })
})
