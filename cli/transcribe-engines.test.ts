import { expect, it, onTestFinished } from 'vitest'
import type { StartEngine } from '#studio/engine-link/engine-child'
import { fakeEngine } from '#studio/engine-link/testing/fake-answers'
import { openStudio } from '#studio/studio'
import { readInvocation } from './options/arguments.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'
import { testHome } from './testing/test-home.ts'
import { Terminal } from './terminal/terminal.ts'
import { planTranscribe, runTranscribe } from './verbs/transcribe/run-transcribe.ts'
import { transcribeVerb } from './verbs/transcribe.ts'

it('keeps its engine between files and ends it before the last result is written', async () => {
  const { home, folder } = await testHome()
  let running = 0
  const countedEngine: StartEngine = (listener) => {
    running++
    return fakeEngine({
      ...listener,
      ended: (detail) => {
        running--
        listener.ended(detail)
      },
    })
  }
  const studio = await openStudio(home, countedEngine)
  onTestFinished(() => studio.close())
  const whenWritten: number[] = []
  const noteWritten = (line: string) => {
    if ((JSON.parse(line) as { type: string }).type === 'written') whenWritten.push(running)
  }
  const output = { stdout: { write: () => undefined }, stderr: { write: noteWritten } }
  const terminal = new Terminal('en', 'json', output)
  const words = [oneVoiceEn, twoVoicesEn, '--quick', '--language', 'en', '--format', 'txt', '--out', folder]
  const plan = await planTranscribe(readInvocation(transcribeVerb, words))
  expect(await runTranscribe(studio, terminal, plan, new AbortController().signal)).toBe(0)
  expect(whenWritten).toEqual([1, 0])
})
