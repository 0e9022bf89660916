import type { EngineReply, EngineRequest } from '#contracts/engine'
import { PCM_RATE } from '#core/sound/pcm'
import type { StartEngine } from '../engine-child.ts'

const WORDS_A_SECOND = 2
/** Length of the embedded model's voice embeddings. */
const DIMENSIONS = 192

/**
 * Answers of an engine without models: one person speaks all the time, and the words of a span encode their
 * position, so that the same span always has the same words. For tests of everything except recognition.
 */
export function fakeAnswer(request: EngineRequest): unknown {
  switch (request.kind) {
    case 'recognize':
      return fakeWords(request.startSample / PCM_RATE, request.sampleCount / PCM_RATE)
    case 'segment':
      return [{ start: 0, end: request.sampleCount / PCM_RATE, speaker: 0 }]
    case 'load-embedding':
      return { dimensions: DIMENSIONS }
    case 'embed':
      return new Float32Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS))
    case 'detect':
      return [{ start: 0, end: request.sampleCount / PCM_RATE }]
    default:
      return null
  }
}

function fakeWords(startSeconds: number, seconds: number) {
  const timestamps = Array.from(
    { length: Math.floor(seconds * WORDS_A_SECOND) },
    (_, n) => n / WORDS_A_SECOND,
  )
  const tokens = timestamps.map((at) => ` at${(startSeconds + at).toFixed(1).replace('.', 'x')}`)
  return { text: tokens.join(''), tokens, timestamps, lang: 'en' }
}

/** Such an engine within this process. */
export const fakeEngine = fakeEngineOf(fakeAnswer)

/** An engine within this process that answers requests with `answer`; a call fails if it throws. */
export function fakeEngineOf(answer: (request: EngineRequest) => unknown): StartEngine {
  return (listener) => {
    let ended = false
    const soon = (call: () => void) => setImmediate(() => (ended ? undefined : call()))
    soon(() => listener.message({ kind: 'ready', versions: {}, rssBytes: 0 }))
    return {
      pid: undefined,
      send: ({ number, request }) => soon(() => listener.message(replyTo(number, request, answer))),
      kill() {
        if (ended) return
        ended = true
        setImmediate(() => listener.ended('signal SIGKILL'))
      },
      hold: () => undefined,
    }
  }
}

function replyTo(
  number: number,
  request: EngineRequest,
  answer: (request: EngineRequest) => unknown,
): EngineReply {
  try {
    return { kind: 'done', number, result: answer(request) }
  } catch (error) {
    return { kind: 'failed', number, detail: String(error) }
  }
}
