// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { createEditorStore } from '../editor/editor-store.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { WaitingTextNotice } from './waiting-text-notice.tsx'

afterEach(cleanup)

type Listed = CallOutput<'transcripts.list'>[number]
const transcript = (id: string, parts: Partial<Listed> = {}): Listed => ({
  id,
  jobId: null,
  language: 'en',
  state: 'done',
  models: [],
  corrected: false,
  current: false,
  waits: false,
  alignedText: null,
  part: null,
  ...parts,
})
const recognized = transcript('recognized', { current: true })
const aligned = transcript('aligned', { waits: true, alignedText: 'script.txt' })

function open(listed: readonly Listed[]) {
  const chosen: string[] = []
  const { calls } = renderInStudio(
    <WaitingTextNotice recordingId="r" transcriptId="recognized" store={createEditorStore()} />,
    {
      'transcripts.list': () => [...listed],
      'transcripts.makeNewest': ({ transcriptId }) => {
        chosen.push(transcriptId)
        return {}
      },
    },
  )
  return { chosen, calls }
}

it('offers an aligned text, which is shown only where the person chooses it', async () => {
  const { chosen } = open([recognized, aligned])
  expect(await screen.findByText(/“script.txt” was aligned with the speech/u)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Use this text' }))
  await userEvent.click(screen.getByRole('button', { name: 'Keep the current one' }))
  expect(chosen).toEqual(['aligned', 'recognized'])
})

it.each([
  ['one that was decided about', [aligned, recognized]],
  ['a part of the recording', [recognized, transcript('part', { waits: true })]],
  ['one that a person chose before', [recognized, { ...aligned, waits: false }]],
])('does not offer %s', async (_what, listed) => {
  const { calls } = open(listed)
  await expect.poll(() => JSON.stringify(calls)).toContain('transcripts.list')
  expect(screen.queryByRole('status')).toBeNull()
})
