// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { it, vi } from 'vitest'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { inHouse, silentPlayer } from '../sound/testing/house.tsx'
import { CaptionsScreen } from './captions-screen.tsx'
it('x', async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(700)
  const { player } = silentPlayer()
  inHouse(<CaptionsScreen session={fakeSession(conversation)} player={player} recording={recordingCard()} />)
  await screen.findByText(/^\d+ captions$/)
  console.log(document.querySelector('ol')?.outerHTML)
  await act(async()=>{await new Promise(r=>setTimeout(r,300))})
  console.log(document.querySelector('ol')?.outerHTML)
})
