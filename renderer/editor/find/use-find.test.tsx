// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import { fakeStudio } from '../../session/testing/fake-studio.ts'
import { openTestSession, quiet } from '../../session/testing/test-session.ts'
import { replaceIn, useFind, type FindChoices } from './use-find.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const choices: FindChoices = {
  matchCase: false,
  wholeWord: false,
  accents: 'ignore',
  regularExpression: false,
}

async function finding(text: string, query: string) {
  const studio = fakeStudio({
    ...conversation([]),
    paragraphs: [paragraph('p1', 's1', saidWords('c1', text, 0))],
  })
  const session = await openTestSession(studio, 'a')
  const { result } = renderHook(() => useFind(session, null, query, choices, null))
  return {
    /** One of the current hits. */
    leaveOut: (index: number) => {
      const hit = result.current.hits[index]
      if (hit !== undefined) act(() => result.current.toggle(hit))
    },
    async replace(which: (all: typeof result.current.hits) => typeof result.current.hits, by: string) {
      act(() => void replaceIn(session, result.current, which(result.current.hits), by))
      await act(() => quiet())
    },
    async replaceAll(by: string) {
      await this.replace((hits) => hits.filter((hit) => result.current.taken.has(hit)), by)
    },
    text: () => session.state.transcript.paragraphs.map(paragraphText).join('\n'),
    shown: () => result.current.hits.map((hit) => result.current.taken.has(hit)),
  }
}

it('leaves a hit out of "Replace all" though a replacement before it moved it', async () => {
  const find = await finding('Jon met Jon and Jon.', 'Jon')
  find.leaveOut(1)
  await find.replace((hits) => hits.slice(0, 1), 'Johnathan')
  await find.replaceAll('Johnathan')
  expect(find.text()).toBe('Johnathan met Jon and Johnathan.')
})

it('takes a hit again that was left out', async () => {
  const find = await finding('Jon met Jon and Jon.', 'Jon')
  find.leaveOut(1)
  expect(find.shown()).toEqual([true, false, true])
  find.leaveOut(1)
  await find.replaceAll('Ann')
  expect(find.text()).toBe('Ann met Ann and Ann.')
})

it('leaves out one of several hits in one word, and never replaces it when others there were', async () => {
  const find = await finding('hahaha she said', 'ha')
  find.leaveOut(2)
  expect(find.shown()).toEqual([true, true, false])
  await find.replace((hits) => hits.slice(0, 1), 'ho')
  await find.replaceAll('he')
  expect(find.text()).toMatch(/ha she said$/u)
})
