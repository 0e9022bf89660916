// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CallFailed } from '../../rpc/call-failed.ts'
import { recordingCard, transcriptCard } from '../testing/cards.ts'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'

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

  const hit = (recordingId: string, title: string, snippet: string) => ({
    recordingId,
    title,
    transcriptId: 't1',
    paragraphId: 'p1',
    startMs: 61_000,
    speakerId: null,
    speakerName: null,
    speakerNumber: null,
    snippet,
    words: [],
  })
  const listedLibrary = (name: string) => ({
    id: name,
    name,
    folder: `/archive/${name}`,
    isOlder: name === 'radio',
    error: null,
    command: `parolo serve --open --data '/archive/${name}'`,
  })
  /** Searches this library and two others, one of which is damaged. */
  const openTogether = (host: Parameters<typeof openPage>[1] & object = {}) =>
    openPage('/search?words=iron', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      ...host,
      answers: {
        'recordings.search': () => ({
          titles: [],
          hits: [hit('r1', 'The repair café', 'one iron'), hit('r2', 'Second', 'iron again')],
        }),
        'libraries.list': () => ({
          own: { name: 'mine', folder: '/mine' },
          listed: [listedLibrary('radio'), listedLibrary('broken')],
          usual: null,
        }),
        'libraries.search': ({ id }) => {
          if (id === 'broken')
            throw new CallFailed({ code: 'library.damaged', message: 'It is damaged.', remedy: 'Open it.' })
          return {
            titles: [],
            // The same id as in this library, but a different recording.
            hits: [hit('r1', 'Iron on air', 'an iron of 1998')],
            recordings: [{ recordingId: 'r1', addedAtMs: 0, durationMs: 3_600_000 }],
          }
        },
      },
    })

  it('shows the hits of all listed libraries by rank, each with its library, and reports which could not be searched', async () => {
    openTogether()
    expect(await screen.findByText('“broken” could not be searched.')).toBeTruthy()
    expect(screen.getByText('It is damaged. Open it.')).toBeTruthy()
    await screen.findByRole('button', { name: 'Iron on air' })
    const groups = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(
      groups.map((text) => text.replace(/(café|on air|Second).*?(this library|radio)/u, '$1|$2')),
    ).toEqual(['The repair café|this library', 'Iron on air|radio', 'Second|this library'])
    expect(screen.getByText('3 results in 3 recordings')).toBeTruthy()
  })

  it('says in a browser where a hit of another library is, and the command that opens it', async () => {
    openTogether()
    fireEvent.click(await screen.findByRole('button', { name: /1:01 ?an iron of 1998/u }))
    const dialog = await screen.findByRole('dialog', { name: 'Open the library “radio”?' })
    expect(dialog.textContent).toContain('/archive/radio')
    expect(dialog.textContent).toContain("parolo serve --open --data '/archive/radio'")
    expect(dialog.textContent).toContain('older version of Parolo')
    expect(screen.queryByRole('button', { name: 'Open the library' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Copy the command' })).toBeTruthy()
  })

  it('opens in the window the library of a hit at its time, and says why it could not', async () => {
    const opened: unknown[] = []
    openTogether({
      host: {
        kind: 'window',
        openLibrary(target) {
          opened.push(target)
          return Promise.reject(
            new CallFailed({ code: 'library.recording-now', message: 'A recording is being made.' }),
          )
        },
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: /an iron of 1998/u }))
    const open = await screen.findByRole('button', { name: 'Open the library' })
    expect(opened).toEqual([])
    fireEvent.click(open)
    expect(await screen.findByText('A recording is being made.')).toBeTruthy()
    expect(opened).toEqual([{ folder: '/archive/radio', recordingId: 'r1', atMs: 61_000 }])
  })

  it('says that nothing is found', async () => {
    openPage('/search?words=42', {
      cards: [recordingCard()],
      answers: { 'recordings.search': () => ({ titles: [], hits: [] }) },
    })
    expect(await screen.findByText('No results for “42”.')).toBeTruthy()
  })
})
