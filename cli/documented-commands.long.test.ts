import { copyFile, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandsOf, documentsBelow, wordsOf } from './testing/documented-commands.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { mustExit, runParolo } from './testing/run-parolo.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { makeConversationLibrary } from './testing/sample-library.ts'
import { conversationEn } from './testing/speech.ts'
import type { TestHome } from './testing/test-home.ts'

/** Commands of the pages for people that are not run here, with the reason. */
const NOT_RUN: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^(?:backup|check)$/u, 'names a command'],
  [/^transcribe .*(?:--track|--from)/u, 'transcribes anew'],
  [/^opinion /u, 'transcribes anew, with a model that is downloaded'],
  [/^self-test$/u, 'transcribes anew; has a test of its own'],
  [/ --transcribe$/u, 'records or transcribes'],
  [/^record /u, 'needs a microphone'],
  [/^(?:podcast (?:add|get)|models (?:get|add)) /u, 'needs the network'],
  [/^archive status .*--watch$/u, 'runs until a cluster has done its work'],
  [/^serve /u, 'runs until it is stopped'],
  [/--translation|--all-languages/u, 'needs a translation, which is typed or imported on the page'],
]
/** What stands for a thing of the reader's own. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\s)(?:interview|meeting|RECORDING|ENREGISTREMENT|EPISODE|ÉPISODE)(?=\s|$)/gu, 'conversation-en'],
  [/(?<=^(?:backup|restore) )(?:FILE|FICHIER)/u, 'library.parolo-backup'],
  [/(?<=\s)(?:FILE|FICHIER|film\.srt)(?=\s|$)/gu, 'talk.srt'],
  [/(?<=\s)(?:FOLDER|DOSSIER)(?=\s|$)/gu, 'site'],
  [/(?<=--format )ID$/u, 'vtt'],
  [/interview\.docx/u, 'conversation-en.docx'],
  [/\*\.mp3/u, 'interview.mp3'],
  [/extrait\.mp4/u, 'clip.mp4'],
  [/--from \S+ --to \S+/u, '--from 0:05 --to 0:08'],
  [/(?<=\s)\/archive\/radio/u, 'archive/sounds'],
  [/(?<=\s)\/archive(?=\s)/u, 'archive/sounds'],
  [/(?<=\s)\/archive\/plan/u, 'archive/plan'],
  [/~\//u, 'at-home/'],
  [/\/mnt\/disk\/parolo/u, 'disk/parolo'],
  [/resources\/samples\/conversation-en\.opus/u, conversationEn],
]
/** In this order after all others, as they end what the others need. */
const AT_LAST = [/^backup /u, /^delete /u, /^restore /u, /^move /u]

const documents = [
  'README.md',
  'README.fr.md',
  ...documentsBelow('docs').filter((name) => name.split('/').length === 3),
]
const documented = [...new Set(documents.flatMap(commandsOf))]
const reasonOf = (command: string) => NOT_RUN.find(([pattern]) => pattern.test(command))?.[1]
const placeOf = (command: string) => AT_LAST.findIndex((pattern) => pattern.test(command))
const commands = [...new Set(documented.filter((command) => reasonOf(command) === undefined).map(asRun))]
commands.sort((one, other) => placeOf(one) - placeOf(other))

let place: TestHome
beforeAll(async () => {
  place = await makeConversationLibrary()
  const at = (name: string) => path.join(place.folder, name)
  for (const folder of ['archive/sounds', 'at-home/Recordings', 'at-home/radio', 'disk', 'site'])
    await mkdir(at(folder), { recursive: true })
  // The same sound, so that it is transcribed once.
  for (const name of ['interview.mp3', 'archive/sounds/interview.opus'])
    await copyFile(conversationEn, at(name))
  mustExit(await runInProcess(['export', 'conversation-en', '--format', 'docx,srt'], place), 0)
  await copyFile(at('conversation-en.docx'), at('script.docx'))
  await rename(at('conversation-en.srt'), at('talk.srt'))
  const picture = ['-f', 'lavfi', '-i', 'color=s=64x64:r=5:d=47']
  await ffmpeg(picture, ['-i', conversationEn], ['-c:v', 'mpeg4', '-c:a', 'aac'], at('talk.mp4'))
}, 120_000)
afterAll(() => place.remove())

it.each(commands)('parolo %s', { timeout: 60_000 }, async (command) => {
  const words = wordsOf(command)
  const options = command.startsWith('restore ')
    ? { ...place, home: path.join(place.root, 'restored') }
    : place
  const result = await (words.includes('--passphrase')
    ? runParolo(words, { ...options, under: ['sh', '-c', 'echo a passphrase | "$0" "$@"'] })
    : runInProcess(words, options))
  // `check` exits with 1 if it finds problems.
  const isDone = result.exitCode === 0 || (command.startsWith('check ') && result.exitCode === 1)
  expect(isDone ? '' : result.stderr).toBe('')
})

it.each(NOT_RUN)('%s is documented, and not run: %s', (pattern) => {
  expect(documented.filter((command) => pattern.test(command))).not.toEqual([])
})

function asRun(command: string): string {
  return READERS.reduce((text, [pattern, own]) => text.replace(pattern, own), command)
}
