import { expect, it, onTestFinished } from 'vitest'
import { openStudio } from '#studio/studio'
import { readInvocation } from './options/arguments.ts'
import { sampleLibraryForTest } from './testing/sample-library.ts'
import { twoVoicesEn } from './testing/speech.ts'
import { Terminal } from './terminal/terminal.ts'
import { planTranscribe, runTranscribe } from './verbs/transcribe/run-transcribe.ts'
import { transcribeVerb } from './verbs/transcribe.ts'

it('writes what is transcribed already without starting an engine', async () => {
  const { home, folder } = await sampleLibraryForTest()
  let started = 0
  const studio = await openStudio(home, () => {
    started += 1
    throw new Error('an engine was started')
  })
  onTestFinished(() => studio.close())
  const words = [twoVoicesEn, '--quick', '--format', 'txt', '--out', folder]
  const plan = await planTranscribe(readInvocation(transcribeVerb, words))
  const exit = await runTranscribe(studio, new Terminal('en', 'none'), plan, new AbortController().signal)
  expect({ exit, started }).toEqual({ exit: 0, started: 0 })
})
