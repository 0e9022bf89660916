import { type EngineReply, NumberedRequest } from '#contracts/engine'
import { openParentChannel } from '#contracts/parent-channel'
import { fakeAnswer } from './fake-answers.ts'

/** Long enough for a test to interrupt between two decodes. */
const DECODE_MS = 400

/** An engine process without models: one decode at a time, each taking time but no processor. */
let last = Promise.resolve()
const send = openParentChannel<EngineReply>(process, {
  message(message) {
    const { number, request } = NumberedRequest.parse(message)
    const answer = () => send({ kind: 'done', number, result: fakeAnswer(request) })
    if (request.kind === 'recognize') {
      last = last.then(() => new Promise((resolve) => setTimeout(resolve, DECODE_MS))).then(answer)
    } else answer()
  },
  closed: () => process.exit(0),
})
// Ctrl-C reaches the whole process group; the studio decides when an engine ends.
process.on('SIGINT', () => undefined)
send({ kind: 'ready', versions: { sherpa: 'none' }, rssBytes: process.memoryUsage.rss() })
