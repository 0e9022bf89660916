// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import { CallFailed } from '../rpc/call-failed.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { useCorrectedDocument } from './use-corrected-document.ts'

afterEach(cleanup)

function opened(answer: (input: CallInput<'corrections.read'>) => { count: number; leftOut: 'macros'[] }) {
  const done: string[] = []
  function Open() {
    const open = useCorrectedDocument({
      transcriptId: 't',
      save: () => Promise.resolve(void done.push('saved')),
      onListed: () => void done.push('listed'),
    })
    return (
      <button type="button" onClick={open}>
        open
      </button>
    )
  }
  const host = renderInStudio(<Open />, { 'corrections.read': answer })
  fireEvent.click(screen.getByText('open'))
  const input = document.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no file is asked for')
  const choose = (file: File): void => {
    Object.defineProperty(input, 'files', { value: [file] })
    act(() => void input.dispatchEvent(new Event('change')))
  }
  return { done, host, choose, accept: input.accept }
}

it('a chosen document is read, and what it corrects is listed', async () => {
  const { done, host, choose, accept } = opened(() => ({ count: 2, leftOut: ['macros'] }))
  expect(accept.split(',')).toEqual(expect.arrayContaining(['.docx', '.md', '.txt', '.html', '.srt', '.vtt']))
  choose(new File(['One iron'], 'talk.txt'))
  await screen.findByText('2 corrections in talk.txt, now in the list to check.')
  screen.getByText('talk.txt has macros, which are never read.')
  expect(host.calls.find(({ name }) => name === 'corrections.read')?.input).toEqual({
    transcriptId: 't',
    fileName: 'talk.txt',
    base64: btoa('One iron'),
  })
  expect(done).toEqual(['saved', 'listed'])
})

it('the sound in a web page is not sent', async () => {
  const { host, choose } = opened(() => ({ count: 0, leftOut: [] }))
  choose(
    new File(
      [`<main><p>One iron</p></main><audio src="data:audio/ogg;base64,${'A'.repeat(500)}">`],
      'talk.html',
    ),
  )
  await screen.findByText('No corrections in talk.html.')
  const input = host.calls.find(({ name }) => name === 'corrections.read')
    ?.input as CallInput<'corrections.read'>
  expect(atob(input.base64)).toBe('<main><p>One iron</p></main><audio src="">')
})

it('what is refused is said, and nothing is listed', async () => {
  const { done, choose } = opened(() => {
    throw new CallFailed({ code: 'corrections.other-text', message: 'Another text.', remedy: 'Choose it.' })
  })
  choose(new File(['x'], 'talk.txt'))
  await screen.findByText('Another text.')
  expect(done).toEqual(['saved'])
})
