import { cp } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import { madeOnce } from './made-once.ts'
import { makeTestHome, type TestHome } from './test-home.ts'
import { mustExit, runParolo } from './run-parolo.ts'
import { conversationEn, oneVoiceEn, twoVoicesEn } from './speech.ts'

/** A place whose library contains `oneVoiceEn` and `twoVoicesEn` transcribed with --quick; its folder is empty. */
export function makeSampleLibrary(): Promise<TestHome> {
  return copyOf('sample-library', [oneVoiceEn, twoVoicesEn, '--quick'])
}

/** Like `makeSampleLibrary`, for one test: deleted afterwards. */
export async function sampleLibraryForTest(): Promise<TestHome> {
  const place = await makeSampleLibrary()
  onTestFinished(place.remove)
  return place
}

/** A place whose library contains `conversationEn` transcribed with both passes; its folder is empty. */
export function makeConversationLibrary(): Promise<TestHome> {
  return copyOf('conversation-library', [conversationEn])
}

async function copyOf(name: string, words: readonly string[]): Promise<TestHome> {
  const made = await madeOnce(name, (home) => transcribe(words, home))
  const place = await makeTestHome()
  await cp(made, place.home, { recursive: true })
  return place
}

async function transcribe(words: readonly string[], home: string): Promise<void> {
  const { folder, remove } = await makeTestHome()
  try {
    mustExit(await runParolo(['transcribe', ...words, '--format', 'txt'], { home, folder }), 0)
  } finally {
    await remove()
  }
}
