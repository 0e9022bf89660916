// A program with a page on a library: adds, edits and deletes at random, says on its output what it tries and did, until
// SIGTERM or SIGKILL. Words: folder of the library, folder for new files, seed.
import { packWords, unpackWords } from '#core/words/columns'
import type { CallInput, CallName, CallOutput } from '#contracts/calls/calls'
import { fakeEngine } from '#studio/engine-link/testing/fake-answers'
import { presentFolder } from '#studio/library/moved-library'
import { openService, type StudioService } from '#studio/service'
import { createRandom, newToken, pick } from './random.ts'
import { writeNewCaptions } from './new-captions.ts'
import type { Act } from './acts.ts'

const [library = '', files = '', seed = '1'] = process.argv.slice(2)
const random = createRandom(Number(seed))
const state = { isEnding: false }
process.once('SIGTERM', () => (state.isEnding = true))

const say = (act: Act): void => void process.stdout.write(`${JSON.stringify(act)}\n`)

const service = await openService(presentFolder(library), {
  onError: (error) =>
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  startEngine: fakeEngine,
})
say({ act: 'opened', salvaged: service.studio.library.openingReport !== null })
const call = callsOf(service)
// Sound that only the library has must go with its recording.
await call('program.setPreferences', { copyOriginals: true })
while (!state.isEnding) {
  try {
    await doSomething()
  } catch (error) {
    say({ act: 'refused', why: error instanceof Error ? error.message : String(error) })
  }
}
await service.close()
say({ act: 'closed' })
process.exit(0)

async function doSomething(): Promise<void> {
  const chance = random()
  const cards = await call('recordings.list', { limit: 30 })
  const own = cards.filter(({ title }) => title.startsWith('qz'))
  const card = pick(own, random)
  if (card === undefined || (chance < 0.4 && own.length < 25)) return add()
  if (chance < 0.75) return edit(card.id, card.title)
  if (chance < 0.95) return remove(card.id, card.title)
  await call('recordings.search', { words: card.title, limit: 10 })
}

async function add(): Promise<void> {
  const token = newToken(random)
  const path = await writeNewCaptions(files, token, random() < 0.6)
  say({ act: 'try', what: 'add', token, recording: token })
  await call('recordings.add', { path })
  say({ act: 'did', what: 'add', token, recording: token })
}

async function edit(recordingId: string, recording: string): Promise<void> {
  const [transcript] = await call('transcripts.list', { recordingId })
  if (transcript === undefined) return
  const { paragraphs, editNumber } = await call('transcripts.get', { transcriptId: transcript.id })
  const paragraph = pick(paragraphs, random)
  if (paragraph === undefined) return
  const token = newToken(random)
  const words = unpackWords(JSON.parse(paragraph.words) as ReturnType<typeof packWords>)
  const text = words.map(({ before, text: word }, index) => (index === 0 ? '' : before) + word).join('')
  say({ act: 'try', what: 'add', token, recording })
  const { refused } = await call('transcripts.edit', {
    transcriptId: transcript.id,
    edits: [{ kind: 'replace-text', id: token, paragraphId: paragraph.id, text: `${text} ${token}` }],
    baseNumber: editNumber,
  })
  if (refused.length === 0) say({ act: 'did', what: 'add', token, recording })
}

async function remove(recordingId: string, recording: string): Promise<void> {
  say({ act: 'try', what: 'delete', token: recording, recording })
  await call('recordings.delete', { recordingId })
  say({ act: 'did', what: 'delete', token: recording, recording })
}

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

function callsOf(pages: StudioService): Call {
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>()
  const connection = pages.connect({
    local: true,
    send(message) {
      if (message.kind === 'events') return
      const answer = waiting.get(message.number)
      waiting.delete(message.number)
      if (message.kind === 'done') answer?.resolve(message.output)
      else
        answer?.reject(
          new Error(`${message.error.code}: ${message.error.message} ${message.error.detail ?? ''}`),
        )
    },
  })
  let last = 0
  return (name, input) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve: resolve as (output: unknown) => void, reject })
      connection.receive({ kind: 'call', number: last, name, input, language: 'en' })
    })
}
