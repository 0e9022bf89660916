// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordingCard, transcriptCard } from './testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

describe('the search', () => {
  it('shows hits in context by recording, each leading to its time', async () => {
    openPage('/search?words=iron', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      answers: {
        'recordings.search': () => ({
          titles: [{ recordingId: 'r2', title: 'Iron age' }],
          hits: [
            {
              recordingId: 'r1',
              title: 'The repair café',
              transcriptId: 't1',
              paragraphId: 'p1',
              startMs: 724_000,
              speakerId: null,
              speakerName: 'Nora',
              speakerNumber: 1,
              snippet: 'one soldering iron between you',
              words: [{ id: 'w', text: 'iron', startMs: 724_000, endMs: 724_300 }],
            },
          ],
        }),
      },
    })
    const hit = await screen.findByRole('link', { name: /12:04 ?Nora ?one soldering iron between you/u })
    expect(hit.getAttribute('href')).toContain('/recording/r1?at=724000')
    expect(hit.querySelector('mark')?.textContent).toBe('iron')
    expect(screen.getByText('1 result in 2 recordings')).toBeTruthy()
    const title = screen.getByRole('link', { name: 'Iron age' })
    expect(title.getAttribute('href')).toContain('/recording/r2')
    expect(title.querySelector('mark')?.textContent).toBe('Iron')
  })

  it('says that nothing is found', async () => {
    openPage('/search?words=42', {
      cards: [recordingCard()],
      answers: { 'recordings.search': () => ({ titles: [], hits: [] }) },
    })
    expect(await screen.findByText('No results for “42”.')).toBeTruthy()
  })
})
