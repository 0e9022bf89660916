import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { twoVoicesEn } from '../../../cli/testing/speech.ts'
import type { EngineRequest } from '#contracts/engine'
import { paragraphText } from '#core/transcript/transcript'
import { transcriptEvidence } from '../../doubt/transcript-evidence.ts'
import type { StartEngine } from '../../engine-link/engine-child.ts'
import { fakeAnswer } from '../../engine-link/testing/fake-answers.ts'
import { openedService } from '../../testing/opened-service.ts'
import { canDrift } from './drift-check.ts'

const LONG = 60_000
const driftingModel = fileURLToPath(
  new URL('../../../fixtures/models/nemo-transducer-made-up', import.meta.url),
)
const DRIFTED = 'so the thing is that they were there'
const RIGHT = 'alors voilà ce que nous avons vu'

/** An engine whose transducer always writes English; `languages` collects the languages given to Whisper. */
function driftingEngine(languages: unknown[]): StartEngine {
  return (listener) => {
    let isTransducer = false
    const answer = (request: EngineRequest): unknown => {
      if (request.kind === 'load-recognizer' || request.kind === 'set-config') {
        const { transducer, whisper } = request.config.modelConfig as Record<string, { language?: string }>
        isTransducer = transducer !== undefined
        if (whisper !== undefined) languages.push(whisper.language)
      }
      if (request.kind !== 'recognize') return fakeAnswer(request)
      const words = (isTransducer ? DRIFTED : RIGHT).split(' ')
      return {
        text: words.join(' '),
        tokens: words.map((word) => ` ${word}`),
        timestamps: words.map((_, at) => at / 10),
        ...(isTransducer ? { ys_log_probs: words.map(() => -0.1) } : {}),
      }
    }
    setImmediate(() => listener.message({ kind: 'ready', versions: {}, rssBytes: 0 }))
    return {
      pid: undefined,
      send: ({ number, request }) =>
        setImmediate(() => listener.message({ kind: 'done', number, result: answer(request) })),
      kill: () => void setImmediate(() => listener.ended('signal SIGKILL')),
      hold: () => undefined,
    }
  }
}

async function transcribed(language: string) {
  const languages: unknown[] = []
  const { page, service, troubles } = await openedService(undefined, driftingEngine(languages))
  const window = page()
  const { id: model } = await window.call('models.add', { folder: driftingModel })
  const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
  const settings = { language, model }
  const { jobId } = await window.call('jobs.start', { recordingId, settings })
  const { library } = service.studio
  await vi.waitFor(async () => expect((await library.job(jobId))?.state).toBe('done'), LONG)
  const [made] = await library.transcriptsOf(recordingId)
  const transcript = await library.transcript(made?.id ?? '')
  const { chunks = [] } = await transcriptEvidence(service.studio, transcript)
  expect(troubles).toEqual([])
  return { text: transcript.paragraphs.map(paragraphText).join(' '), chunks, languages }
}

describe('a recognizer that drifts into English', () => {
  it(
    'has its text replaced by the embedded model’s, with the language set, and the place is in doubt',
    { timeout: LONG },
    async () => {
      const { text, chunks, languages } = await transcribed('fr')
      expect(text).toContain('alors voilà')
      expect(text).not.toContain('thing')
      expect(new Set(languages)).toEqual(new Set(['fr']))
      expect(chunks.every(({ driftedTo }) => driftedTo === 'en')).toBe(true)
      expect(chunks.length).toBeGreaterThan(0)
    },
  )

  it('is believed where English is spoken', { timeout: LONG }, async () => {
    const { text, chunks, languages } = await transcribed('en')
    expect(text).toContain('thing')
    expect(languages).toEqual([])
    expect(chunks.some(({ driftedTo }) => driftedTo !== undefined)).toBe(false)
  })
})

it.each([
  [{ languages: ['fr', 'en'], languageSettings: [] }, true],
  [{ languages: [], languageSettings: [] }, true],
  [{ languages: ['fr'], languageSettings: [] }, false],
  [{ languages: ['*'], languageSettings: ['whisper.language'] }, false],
])('of %j: %s', (entry, can) => {
  expect(canDrift(entry)).toBe(can)
})
