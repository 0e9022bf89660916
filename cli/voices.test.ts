import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { ProgramLanguage } from '#core/messages/messages'
import { newRecording, openedLibrary } from '#studio/library/testing/fixtures'
import { modelStore } from '#studio/studio'
import { DEFAULT_MODELS, modelSha256 } from '#studio/models/model-store'
import { readInvocation } from './options/arguments.ts'
import { Terminal } from './terminal/terminal.ts'
import { runVoices } from './verbs/voices/run-voices.ts'
import { voicesVerb } from './verbs/voices.ts'

/**
 * `parolo voices` on a library with two voices, at a terminal where a person types `typed`; null: nobody to
 * ask.
 */
async function placeWithVoices(language: ProgramLanguage = 'en') {
  const library = await openedLibrary()
  const models = modelStore(library.folder)
  const { entry } = await models.find(DEFAULT_MODELS.embedding)
  for (const [name, newId, modelSha] of [
    ['Zoë', 'v1', modelSha256(entry)],
    ['Ben Ode', 'v2', 'of another model'],
  ] as const) {
    const { id: recordingId } = await library.addRecording(newRecording(`with ${name}`))
    await library.rememberVoice(
      {
        name,
        recordingId,
        modelSha256: modelSha,
        vector: Float32Array.of(1, 0),
        seconds: 30.4,
        sample: { startMs: 0, endMs: 4_000 },
        addedAtMs: Date.UTC(2026, 10, 28, 12),
      },
      newId,
    )
  }
  const run = async (words: readonly string[], typed: string | null = null) => {
    let [printed, result] = ['', '']
    const stdin = Object.assign(new PassThrough(), { isTTY: typed !== null })
    stdin.end(typed ?? '')
    const terminal = new Terminal(language, 'bar', {
      stdout: { write: (text) => (result += String(text)) !== '' },
      stderr: { write: (text) => (printed += text), isTTY: typed !== null },
      stdin,
    })
    const exitCode = await runVoices({ library, models }, terminal, readInvocation(voicesVerb, words))
    return { exitCode, printed, result }
  }
  const names = async () => (await library.rememberedVoices()).map(({ name }) => name)
  return { run, names }
}

describe('parolo voices', () => {
  it('lists a line for each recording of a voice, or all as JSON without the numbers', async () => {
    const { run } = await placeWithVoices()
    expect((await run(['list'])).result.split('\n')).toEqual([
      'Ben Ode\t11/28/26\twith Ben Ode\t30\u00A0s\tother voice model',
      'Zoë\t11/28/26\twith Zoë\t30\u00A0s\t-',
      '',
    ])
    const listed = JSON.parse((await run(['list', '--json'])).result) as Record<string, unknown>[]
    expect(listed).toMatchObject([
      { id: 'v2', name: 'Ben Ode', createdAt: '2026-11-28T12:00:00.000Z', parts: [{ isComparable: false }] },
      { id: 'v1', name: 'Zoë', parts: [{ seconds: 30.4, isComparable: true }] },
    ])
    expect(JSON.stringify(listed)).not.toMatch(/vector|similar/u)
  })

  it('forgets one by its name, whatever its case and accents', async () => {
    const { run, names } = await placeWithVoices('fr')
    await expect(run(['forget', 'Nobody'])).rejects.toMatchObject({
      code: 'voice.named-unknown',
      values: { name: 'Nobody' },
    })
    expect(await run(['forget', 'zoe'])).toMatchObject({
      exitCode: 0,
      printed: 'La voix de Zoë est oubliée.\n',
    })
    expect(await run(['forget', 'Ben', 'Ode'])).toMatchObject({ exitCode: 0 })
    expect(await names()).toEqual([])
    expect((await run(['list'])).printed).toBe('Aucune voix n’est mémorisée.\n')
  })

  it('forgets all after a yes, or at once where nobody can be asked', async () => {
    const { run, names } = await placeWithVoices()
    const refused = await run(['forget', '--all'], 'n\n')
    expect(refused.exitCode).toBe(1)
    expect(refused.printed).toContain('Forget all 2 voices?\n  - Ben Ode\n  - Zoë\n')
    expect(await names()).toHaveLength(2)
    expect(await run(['forget', '--all'], 'y\n')).toMatchObject({ exitCode: 0 })
    expect(await names()).toEqual([])
    expect((await run(['forget', '--all'])).printed).toBe('No voice was remembered.\n')
  })

  it('refuses what is unclear', async () => {
    const { run, names } = await placeWithVoices()
    for (const words of [
      ['remove'],
      ['forget'],
      ['forget', 'Zoë', '--all'],
      ['list', 'Zoë'],
      ['list', '--all'],
    ])
      await expect(run(words)).rejects.toMatchObject({ code: 'usage.bad-option' })
    expect(await names()).toHaveLength(2)
  })
})
