// A program with a page on a library: adds, edits and deletes at random, and prints what it attempts and did,
// until SIGTERM or SIGKILL. Arguments: folder of the library, folder for new files, seed, and optionally a
// folder on a drive that may hang: then it also records, and works on that drive at the same time.
import { packWords, unpackWords } from '#core/words/columns'
import type { CallOutput } from '#contracts/calls/calls'
import { fakeEngine } from '#studio/engine-link/testing/fake-answers'
import { presentFolder } from '#studio/library/moved-library'
import { openService } from '#studio/service'
import { createRandom, newToken, pick } from './random.ts'
import { writeNewCaptions } from './new-captions.ts'
import type { Act } from './acts.ts'
import { actOnDrive } from './drive-acts.ts'
import { callsOf } from './page-calls.ts'
import { recordSomething } from './record-something.ts'

/** More than a process has threads for files. */
const DRIVE_WORKERS = 6

const [library = '', files = '', seed = '1', drive] = process.argv.slice(2)
const random = createRandom(Number(seed))
const state = { isEnding: false }
process.once('SIGTERM', () => (state.isEnding = true))

const say = (act: Act): void => void process.stdout.write(`${JSON.stringify(act)}\n`)
const refused = (error: unknown): void =>
  say({ act: 'refused', why: error instanceof Error ? error.message : String(error) })

const service = await openService(presentFolder(library), {
  onError: (error) =>
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  startEngine: fakeEngine,
})
say({ act: 'opened', salvaged: service.studio.library.openingReport !== null })
const call = callsOf(service)
// Sound that only the library has must be deleted with its recording; with a drive, half of the originals
// stay there.
const copyOriginals = drive === undefined || random() < 0.5
await doOwn('set preferences', () => call('program.setPreferences', { copyOriginals }))
if (drive !== undefined)
  for (let number = 0; number < DRIVE_WORKERS; number += 1) void workOnDrive(drive, number)
while (!state.isEnding) {
  let cards: CallOutput<'recordings.list'> = []
  await doOwn('list', async () => (cards = await call('recordings.list', { limit: 30 })))
  await doOwn(...choose(cards))
}
await service.close()
say({ act: 'closed' })
process.exit(0)

/** An act of the library itself, timed from outside. */
async function doOwn(what: string, work: () => Promise<unknown>): Promise<void> {
  say({ act: 'begin', what })
  try {
    await work()
  } catch (error) {
    refused(error)
  }
  say({ act: 'end' })
}

async function workOnDrive(folder: string, number: number): Promise<void> {
  const own = createRandom(Number(seed) + 1 + number)
  while (!state.isEnding) {
    await actOnDrive(service, call, folder, own).catch(refused)
    await new Promise((resolve) => setTimeout(resolve, own() * 300))
  }
}

function choose(cards: CallOutput<'recordings.list'>): [string, () => Promise<unknown>] {
  // Recorded ones have none, and may not be acknowledged yet.
  const own = cards.filter(({ title, transcript }) => title.startsWith('qz') && transcript !== null)
  const card = pick(own, random)
  if (drive !== undefined && random() < 0.1) return ['record', record]
  const other = drive === undefined ? undefined : pick(cards, random)
  if (other?.title.startsWith('dz') === true && random() < 0.1)
    return ['delete what is on the drive', () => remove(other.id, other.title)]
  const chance = random()
  if (card === undefined || (chance < 0.4 && own.length < 25)) return ['add', add]
  if (chance < 0.75) return ['edit', () => edit(card.id, card.title)]
  if (chance < 0.95) return ['delete', () => remove(card.id, card.title)]
  return ['search', () => call('recordings.search', { words: card.title, limit: 10 })]
}

async function add(): Promise<void> {
  const token = newToken(random)
  const path = await writeNewCaptions(files, token, random() < 0.6)
  say({ act: 'try', what: 'add', token, recording: token })
  await call('recordings.add', { path })
  say({ act: 'did', what: 'add', token, recording: token })
}

async function record(): Promise<void> {
  const token = newToken(random)
  say({ act: 'try', what: 'record', token, recording: token })
  await recordSomething(service, call, token)
  say({ act: 'did', what: 'record', token, recording: token })
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
  const { refused: not } = await call('transcripts.edit', {
    transcriptId: transcript.id,
    edits: [{ kind: 'replace-text', id: token, paragraphId: paragraph.id, text: `${text} ${token}` }],
    baseNumber: editNumber,
  })
  if (not.length === 0) say({ act: 'did', what: 'add', token, recording })
}

async function remove(recordingId: string, recording: string): Promise<void> {
  say({ act: 'try', what: 'delete', token: recording, recording })
  await call('recordings.delete', { recordingId })
  say({ act: 'did', what: 'delete', token: recording, recording })
}
