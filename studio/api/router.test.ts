import { describe, expect, it } from 'vitest'
import { calls } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import type { CallOptions } from './call-options.ts'
import { makeRouter, type StudioApi } from './router.ts'

const options: CallOptions = { signal: new AbortController().signal, language: 'en' }

/** Answers every call of every contract with its input, unless a test overrides it. */
function echoes(changes: Readonly<Record<string, unknown>> = {}): StudioApi {
  const api = Object.fromEntries(
    Object.entries(calls).map(([group, verbs]) => [
      group,
      Object.fromEntries(
        Object.keys(verbs).map((verb) => [
          verb,
          changes[`${group}.${verb}`] ?? ((input: unknown) => Promise.resolve(input)),
        ]),
      ),
    ]),
  )
  return api as unknown as StudioApi
}

const codeOf = (error: unknown) => (error instanceof Fault ? error.code : error)

async function refusal(answer: Promise<unknown>): Promise<Fault> {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Fault) return error
  throw new Error(`no fault but ${String(error)}`)
}

describe('the router at its start', () => {
  it('refuses an implementation that lacks a verb', () => {
    const api = echoes() as unknown as Record<string, Record<string, unknown>>
    delete api.recordings?.rename
    expect(() => makeRouter(api as unknown as StudioApi)).toThrow('nothing answers recordings.rename')
  })

  it('refuses a verb that no contract knows', () => {
    const api = echoes() as unknown as Record<string, Record<string, unknown>>
    Object.assign(api.recordings ?? {}, { burn: () => Promise.resolve({}) })
    expect(() => makeRouter(api as unknown as StudioApi)).toThrow('recordings.burn is in no contract')
  })

  it('refuses a group that no contract knows', () => {
    const api = { ...echoes(), weather: { tell: () => Promise.resolve({}) } }
    expect(() => makeRouter(api as unknown as StudioApi)).toThrow('weather.tell is in no contract')
  })
})

describe('the router', () => {
  it('gives the verb its checked input, with defaults', async () => {
    const router = makeRouter(echoes())
    expect(
      await router.answer('recordings.rename', { recordingId: 'r', title: '  A title ' }, options),
    ).toEqual({
      recordingId: 'r',
      title: 'A title',
    })
  })

  it('does not know a call of another name, nor one of an object', async () => {
    const router = makeRouter(echoes())
    for (const name of [
      'recordings.burn',
      'recordings',
      '',
      '__proto__.toString',
      'recordings.constructor',
    ]) {
      expect((await refusal(router.answer(name, {}, options))).code).toBe('call.unknown')
    }
  })

  it('says what of an input does not fit', async () => {
    const router = makeRouter(echoes())
    const fault = await refusal(router.answer('recordings.rename', { recordingId: 7, title: 'x' }, options))
    expect(fault.code).toBe('call.bad-input')
    expect(fault.detail).toContain('recordingId')
  })

  it('leaves out nothing without saying so', async () => {
    const router = makeRouter(echoes())
    const slip = router.answer('jobs.start', { recordingId: 'r', settings: { speaker: 2 } }, options)
    expect((await refusal(slip)).detail).toContain('settings.speaker')
    const edits = [{ kind: 'rename-speaker', id: 'e', speakerId: 's', name: null, colour: 3 }]
    const inside = router.answer('transcripts.edit', { transcriptId: 't', edits, baseNumber: 0 }, options)
    expect((await refusal(inside)).detail).toContain('edits.0.colour')
  })

  it('refuses what names a path unless the page is a window of the program', async () => {
    const router = makeRouter(echoes())
    const input = { path: '/a.mp3' }
    expect((await refusal(router.answer('recordings.add', input, options))).code).toBe('call.not-here')
    expect(await router.answer('recordings.add', input, { ...options, local: true })).toEqual(input)
  })

  it('does not begin a call that was given up', async () => {
    let begun = false
    const router = makeRouter(
      echoes({
        'jobs.list': () => {
          begun = true
          return Promise.resolve([])
        },
      }),
    )
    const signal = AbortSignal.abort(new Fault('job.cancelled'))
    expect(codeOf(await refusal(router.answer('jobs.list', {}, { ...options, signal })))).toBe(
      'job.cancelled',
    )
    expect(begun).toBe(false)
  })

  it('hands faults of a call on as they are', async () => {
    const fault = new Fault('recording.unknown', { reference: 'x' })
    const router = makeRouter(echoes({ 'recordings.get': () => Promise.reject(fault) }))
    await expect(router.answer('recordings.get', { recordingId: 'x' }, options)).rejects.toBe(fault)
  })

  it('checks what goes out where it is asked to', async () => {
    const api = echoes({ 'recordings.rename': () => Promise.resolve({ extra: 1 }) })
    const input = { recordingId: 'r', title: 't' }
    await expect(
      makeRouter(api, { checkOutput: true }).answer('recordings.rename', input, options),
    ).rejects.toThrow('answers with extra')
    expect(await makeRouter(api).answer('recordings.rename', input, options)).toEqual({ extra: 1 })
  })
})
