import { type EngineReply, type EngineRequest, NumberedRequest } from '#contracts/engine'
import { PCM_RATE } from '#core/sound/pcm'
import { openParentChannel } from '#contracts/parent-channel'
import { fakeAnswer } from '../../studio/engine-link/testing/fake-answers.ts'
import { countedWords, otherWords, type Seconds, spokenWithin } from './counted-words.ts'

/** Long enough for a journey to interrupt between two decodes. */
const DECODE_MS = 300

/** An engine process without models that recognizes `countedWords`: each decode takes time but no CPU. */
let last = Promise.resolve()
/** NeMo models have other words at even seconds. */
let hasOtherWords = false
const send = openParentChannel<EngineReply>(process, {
  message(message) {
    const { number, request } = NumberedRequest.parse(message)
    const answer = () => send({ kind: 'done', number, result: answerOf(request) })
    if (request.kind === 'recognize') {
      last = last.then(() => new Promise((resolve) => setTimeout(resolve, DECODE_MS))).then(answer)
    } else answer()
  },
  closed: () => process.exit(0),
})
// Ctrl-C reaches the whole process group; the studio decides when an engine ends.
process.on('SIGINT', () => undefined)
send({ kind: 'ready', versions: { sherpa: 'none' }, rssBytes: process.memoryUsage.rss() })

function answerOf(request: EngineRequest): unknown {
  switch (request.kind) {
    case 'recognize': {
      const span = secondsOf(request)
      const words = hasOtherWords ? otherWords(span) : countedWords(span)
      return {
        text: words.map(({ text }) => ` ${text}`).join(''),
        tokens: words.map(({ text }) => ` ${text}`),
        timestamps: words.map(({ at }) => at - span.from),
        lang: 'en',
      }
    }
    case 'load-recognizer': {
      const { modelType } = request.config['modelConfig'] as { readonly modelType?: string }
      hasOtherWords = modelType === 'nemo_transducer'
      return null
    }
    case 'segment': {
      const span = secondsOf(request)
      return spokenWithin(span).map(({ from, to }) => ({
        start: from - span.from,
        end: to - span.from,
        speaker: 0,
      }))
    }
    default:
      return fakeAnswer(request)
  }
}

function secondsOf({ startSample, sampleCount }: { startSample: number; sampleCount: number }): Seconds {
  return { from: startSample / PCM_RATE, to: (startSample + sampleCount) / PCM_RATE }
}
