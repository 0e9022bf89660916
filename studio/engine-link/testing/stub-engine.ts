import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { type EngineReply, NumberedRequest } from '#contracts/engine'
import { openParentChannel } from '#contracts/parent-channel'

/**
 * An engine without models, for tests of the processes around it. The path of a `recognize` request tells it
 * what to do: `say:TEXT`, `fail`, `die`, `die-once:FILE`, `hang`, `hang-once:FILE`, `spin:FILE` (stops
 * receiving messages), `slow:MS`. A `segment` returns its gains. `log:FILE` in a recognizer's config logs
 * every start and request to that file.
 */
let log: string | null = null

function isFirst(file: string): boolean {
  if (existsSync(file)) return false
  writeFileSync(file, '')
  return true
}

function die(): void {
  process.stderr.write('terminate called after throwing an instance\nwhat(): the stub was told to\n', () =>
    process.abort(),
  )
}

function answer(number: number, deed: string): void {
  const [kind, value] = [deed.split(':', 1)[0], deed.slice(deed.indexOf(':') + 1)]
  const done = (text: string) => send({ kind: 'done', number, result: { text } })
  if (kind === 'say') done(value)
  else if (kind === 'slow') setTimeout(() => done('slow'), Number(value))
  else if (kind === 'spin' && isFirst(value)) for (;;);
  else if (kind === 'fail') send({ kind: 'failed', number, detail: 'the stub cannot' })
  else if (kind === 'die' || (kind === 'die-once' && isFirst(value))) die()
  else if (kind === 'die-once' || (kind === 'hang-once' && !isFirst(value))) done('second time')
}

const send = openParentChannel<EngineReply>(process, { message: receive, closed: () => process.exit(0) })

function receive(message: unknown): void {
  const { number, request } = NumberedRequest.parse(message)
  if (request.kind === 'load-recognizer') {
    if (request.config.dies === true) die()
    else if (request.config.refuses === true) send({ kind: 'failed', number, detail: 'no such file' })
    else {
      log = typeof request.config.log === 'string' ? request.config.log : null
      if (log) appendFileSync(log, `start ${process.pid}\n`)
      send({ kind: 'done', number, result: null })
    }
  } else if (request.kind === 'set-config') {
    if (log) appendFileSync(log, 'set-config\n')
    send({ kind: 'done', number, result: null })
  } else if (request.kind === 'segment') {
    send({ kind: 'done', number, result: request.gains })
  } else if (request.kind === 'recognize') {
    if (log) appendFileSync(log, `${request.pcmPath}\n`)
    answer(number, request.pcmPath)
  }
}

send({ kind: 'ready', versions: { stub: '1' }, rssBytes: process.memoryUsage.rss() })
