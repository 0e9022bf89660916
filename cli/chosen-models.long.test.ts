import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { modelStore } from '#studio/studio'
import { writePreferences } from '#studio/preferences'
import { withoutModels } from './testing/fake-engine.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines } from './testing/run-parolo.ts'
import { oneVoiceEn } from './testing/speech.ts'
import { testHome } from './testing/test-home.ts'

const LONG = 120_000
const CHOSEN = 'chosen-model'
const EMBEDDED = 'whisper-base-beam5'

/** A library in which an added model is chosen for English and French. */
async function placeWithChosen() {
  const place = await testHome()
  const folder = path.join(place.root, CHOSEN)
  await mkdir(folder)
  for (const name of ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'])
    await writeFile(path.join(folder, name), name)
  await modelStore(place.home).add(folder)
  const library = await openLibrary(place.home)
  await writePreferences(library, { modelByLanguage: { en: CHOSEN, fr: CHOSEN } })
  await library.close()
  const options = { ...place, environment: withoutModels }
  return async (...words: readonly string[]) => {
    const asked = [
      'transcribe',
      oneVoiceEn,
      '--format',
      'json',
      '--stdout',
      '--progress',
      'json',
      '--quick',
      ...words,
    ]
    const { exitCode, stdout, stderr } = await runInProcess(asked, options)
    const { run } = JSON.parse(stdout) as {
      readonly run: { readonly models: readonly { readonly role: string; readonly id: string }[] }
    }
    const reported = jsonLines(stderr).filter(({ type }) => type === 'chosen-model')
    return { exitCode, reported, used: run.models.find(({ role }) => role === 'recogniser')?.id }
  }
}

it(
  'transcribe takes the model that was chosen for the language, given or found, and says so, unless a model is asked for',
  async () => {
    const run = await placeWithChosen()
    // The engine without models detects English.
    expect(await run()).toEqual({
      exitCode: 0,
      used: CHOSEN,
      reported: [{ type: 'chosen-model', file: oneVoiceEn, language: 'en', model: CHOSEN }],
    })
    expect(await run('--language', 'fr')).toEqual({
      exitCode: 0,
      used: CHOSEN,
      reported: [{ type: 'chosen-model', language: 'fr', model: CHOSEN }],
    })
    expect(await run('--model', EMBEDDED)).toEqual({ exitCode: 0, used: EMBEDDED, reported: [] })
  },
  LONG,
)
