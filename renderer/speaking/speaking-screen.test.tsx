// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { SpeakingScreen } from './speaking-screen.tsx'

afterEach(cleanup)

describe('the page of speaking time', () => {
  it('counts only the part that was transcribed', () => {
    const { player } = silentPlayer()
    const run = { ...conversation.run, settings: { fromMs: 20_000 } }
    renderInStudio(
      <SpeakingScreen
        session={fakeSession({ ...conversation, run })}
        player={player}
        recording={recordingCard()}
        onVoice={() => undefined}
      />,
    )
    expect(screen.getByText(/of 0:40/)).toBeTruthy()
  })

  it('saves no name of a voice that is redacted', async () => {
    const speakers = conversation.speakers.map((one) =>
      one.id === 'idris' ? { ...one, redacted: true as const } : one,
    )
    const house = renderInStudio(
      <SpeakingScreen
        session={fakeSession({ ...conversation, speakers })}
        player={silentPlayer().player}
        recording={recordingCard({ title: 'Idris at the repair café' })}
        onVoice={() => undefined}
      />,
    )
    expect(screen.getAllByText('Idris').length).toBeGreaterThan(0)
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }))
    expect(house.saved[0]?.text).toContain('Nora')
    expect(house.saved[0]?.text).toContain('idris,Speaker 2,30000')
    expect(house.saved[0]?.text).not.toContain('Idris')
    expect(house.saved[0]?.fileName).not.toContain('Idris')
  })

  it('says it in words, has the figures as a table, and saves them', async () => {
    const { player } = silentPlayer()
    const house = renderInStudio(
      <SpeakingScreen
        session={fakeSession(conversation)}
        player={player}
        recording={recordingCard()}
        onVoice={() => undefined}
      />,
    )
    expect(screen.getByText('Idris and Nora speak for 0:40 of 1:00. Nora takes the most turns.')).toBeTruthy()
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(
      rows.map((row) =>
        within(row)
          .queryAllByRole('cell')
          .map((cell) => cell.textContent?.replace(/\s/gu, ' ')),
      ),
    ).toEqual([
      [],
      ['Idris', '0:30', '71.4%', '1', '0:30', '12', '1.0 s'],
      ['Nora', '0:10', '23.8%', '2', '6.0 s', '90', '0 s'],
      ['Speaker 3', '2.0 s', '4.8%', '1', '2.0 s', '60', '1.0 s'],
      ['Silence', '0:19', '', '', '9.0 s', '', ''],
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Save as…' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }))
    expect(house.saved[0]).toMatchObject({
      fileName: 'Mending things 14 - the repair café - speaking time.csv',
      mediaType: 'text/csv',
    })
    expect(house.saved[0]?.text).toContain('idris,Idris,30000,0.7143,1,30000,6,12,1000')
    expect(house.saved[0]?.text).toContain('Speaker 3')
    expect(screen.getByText(/^People speak at once for 1\.0\ss, in 1 place\.$/u)).toBeTruthy()
  })

  it('counts a selection once there is one, and says how to make one before', async () => {
    const { player } = silentPlayer()
    renderInStudio(
      <SpeakingScreen
        session={fakeSession(conversation)}
        player={player}
        recording={recordingCard()}
        onVoice={() => undefined}
      />,
    )
    await userEvent.click(screen.getByRole('radio', { name: 'Selection' }))
    expect(screen.getByText(/drag over the wave/)).toBeTruthy()
    act(() => player.select({ startMs: 0, endMs: 9_000 }))
    expect(screen.getByText(/^Nora speaks for 6\.0\ss of 0:09\.$/u)).toBeTruthy()
  })

  it('says it in French', () => {
    const { player } = silentPlayer()
    renderInStudio(
      <SpeakingScreen
        session={fakeSession(conversation)}
        player={player}
        recording={recordingCard()}
        onVoice={() => undefined}
      />,
      {},
      'fr',
    )
    expect(
      screen.getByText('Idris et Nora parlent pendant 0:40 sur 1:00. Nora prend le plus souvent la parole.'),
    ).toBeTruthy()
    expect(screen.getByText(/^71,4\s%$/)).toBeTruthy()
  })
})
