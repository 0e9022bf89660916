import v8 from 'node:v8'
import vm from 'node:vm'
import sherpa from 'sherpa-onnx-node'
import { type EngineReply, type EngineRequest, type EngineUsage, NumberedRequest } from '#contracts/engine'
import { openParentChannel } from '#contracts/parent-channel'
import { SpeechDetector } from './speech-detection.ts'
import { Embedding, Segmentation } from './speakers.ts'
import { StreamingRecognizer } from './streaming-words.ts'
import { WordRecognizer } from './words.ts'

/**
 * The engine process: all native code runs here, so that an abort loses a chunk, not the program. It answers numbered
 * requests and ends when its channel closes.
 */

// sherpa frees streams only in finalizers, and V8 does not see their native memory, so collections are forced.
v8.setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc') as () => void
const STREAMS_A_COLLECTION = 100
let streams = 0

function countStream(): void {
  streams++
  if (streams % STREAMS_A_COLLECTION === 0) collectGarbage()
}

let recognizer: WordRecognizer | StreamingRecognizer | null = null
let segmentation: Segmentation | null = null
let embedding: Embedding | null = null
let detector: SpeechDetector | null = null

function loaded<Part>(part: Part | null, name: string): Part {
  if (part === null) throw new Error(`asked before ${name} was loaded`)
  return part
}

function recognize(
  by: WordRecognizer | StreamingRecognizer,
  { pcmPath, startSample, sampleCount, isGrowing = false }: Extract<EngineRequest, { kind: 'recognize' }>,
): Promise<unknown> {
  return isGrowing && by instanceof StreamingRecognizer
    ? by.readOn(pcmPath, startSample, sampleCount)
    : by.recognize(pcmPath, startSample, sampleCount)
}

async function answer(request: EngineRequest): Promise<unknown> {
  switch (request.kind) {
    case 'load-recognizer':
      recognizer = request.streaming
        ? await StreamingRecognizer.load(request.config, request)
        : await WordRecognizer.load(request.config, request)
      return null
    case 'set-config':
      loaded(recognizer, 'a recognizer').configure(request.config, request)
      return null
    case 'recognize':
      countStream()
      return recognize(loaded(recognizer, 'a recognizer'), request)
    case 'load-segmentation':
      segmentation = new Segmentation(request.model, request.stubEmbedding)
      return null
    case 'segment':
      return loaded(segmentation, 'segmentation').segment(
        request.pcmPath,
        request.startSample,
        request.sampleCount,
        request.gains,
        request.gainsStartFrame,
      )
    case 'load-embedding':
      embedding = new Embedding(request.model)
      return { dimensions: embedding.dimensions }
    case 'embed':
      countStream()
      return loaded(embedding, 'embedding').embed(request.pcmPath, request.runs)
    case 'load-detector':
      detector = new SpeechDetector(request.model)
      return null
    case 'detect':
      return loaded(detector, 'speech detection').detect(
        request.pcmPath,
        request.startSample,
        request.sampleCount,
        request,
      )
  }
}

function usage(): EngineUsage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() }
}

// Ctrl-C reaches the whole process group; the studio decides when an engine ends.
process.on('SIGINT', () => undefined)
const send = openParentChannel<EngineReply>(process, {
  message(message) {
    const { number, request } = NumberedRequest.parse(message)
    answer(request).then(
      (result) => send({ kind: 'done', number, result, usage: usage() }),
      (error: unknown) =>
        send({
          kind: 'failed',
          number,
          detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
          usage: usage(),
        }),
    )
  },
  // A normal exit would wait for the decodes in flight, whose results are no longer needed.
  closed: () => void process.kill(process.pid, 'SIGKILL'),
})
send({
  kind: 'ready',
  versions: { sherpa: sherpa.version, node: process.versions.node },
  rssBytes: process.memoryUsage.rss(),
})
