import { formatList } from '#core/notation/numbers'
import { dayWords } from '#core/notation/dates'
import { Fault } from '#contracts/errors'
import { byteSize } from '#core/notation/sizes'
import type { MessageKey, MessageValues } from '#core/messages/messages'
import { deleteRecording } from '#studio/deletion/delete-recording'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import { deleteDamagedCopy, listDamagedCopies } from '#studio/storage/damaged-copies'
import { checkOwnSound, deleteSound, type StorageParts } from '#studio/storage/delete-sound'
import { recordingDeletion, soundDeletionFacts } from '#studio/storage/deletion-facts'
import { checkSound } from '#studio/originals/gone-sound'
import { localDay } from '#studio/storage/local-day'
import { isYes } from '../../answers/is-yes.ts'
import { namedRecording } from '../../library/named-recording.ts'
import type { OpenedStudio } from '../../library/open-and-report.ts'
import { badOption, type Invocation, isOn } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'

const EXIT_NOT_WANTED = 1
/**
 * `parolo delete RECORDING [--sound-only | --keep-backups] [--yes]`, `parolo delete --damaged-copies
 * [--yes]`. At a terminal it lists what will be deleted and asks, unless `--yes` is given.
 */
export async function runDelete(
  studio: StorageParts & Partial<Pick<OpenedStudio, 'finishedDeletions'>>,
  terminal: Terminal,
  invocation: Invocation,
): Promise<number> {
  const isSure = isOn(invocation, 'yes')
  if (isOn(invocation, 'damaged-copies')) {
    const unwanted =
      invocation.words.length > 0 || isOn(invocation, 'sound-only') || isOn(invocation, 'keep-backups')
    if (unwanted) throw badOption(invocation, 'damaged-copies', invocation.words[0] ?? '')
    return deleteDamagedCopies(studio, terminal, isSure)
  }
  const recording = await namedRecording(studio, invocation).catch((error: unknown) => {
    const reference = invocation.words.join(' ')
    const begun = studio.finishedDeletions?.find(
      ({ recordingId, names }) => recordingId === reference || names.includes(reference),
    )
    if (begun === undefined) throw error
    // Requested earlier, and finished when the library was opened.
    if (begun.error !== null) throw begun.error
    return null
  })
  if (recording === null) return 0
  return isOn(invocation, 'sound-only')
    ? deleteOnlySound(studio, terminal, recording, isSure)
    : deleteAll(studio, terminal, recording, { isSure, keepBackups: isOn(invocation, 'keep-backups') })
}

async function deleteAll(
  studio: StorageParts,
  terminal: Terminal,
  { id, title }: StoredRecording,
  { isSure, keepBackups }: { readonly isSure: boolean; readonly keepBackups: boolean },
): Promise<number> {
  const facts = await recordingDeletion(studio, id)
  const { transcripts, corrections, notes, cachedBytes, originalGoes, originalStays, rememberedVoices } =
    facts
  const backups = keepBackups ? 0 : facts.backups
  const question: Question = {
    title: 'library.delete.title',
    goes: 'library.delete.goes',
    items: [
      ['library.delete.transcripts', { count: transcripts }],
      ...item(corrections > 0, 'library.delete.corrections', { count: corrections }),
      ...item(notes > 0, 'library.delete.notes', { count: notes }),
      ...item(cachedBytes > 0, 'library.delete.cached', { size: byteSize(cachedBytes, terminal.locale) }),
      ...item(originalGoes, 'library.delete.original'),
      ['library.delete.stored'],
      ...voices(rememberedVoices, terminal),
      ...item(backups > 0, 'library.delete.in-backups', { count: backups }),
    ],
    stays: [
      ...item(originalStays, 'library.delete.stays'),
      ...item(facts.damagedCopies > 0, 'library.delete.damaged-copies', { count: facts.damagedCopies }),
      ...item(facts.damagedCopies > 0, 'storage.damaged.hint'),
    ],
    button: 'library.delete.do',
  }
  if (!isSure && !(await isWanted(terminal, title, question))) return EXIT_NOT_WANTED
  const { files, isErased, backups: changed } = await deleteRecording(studio, id, { keepBackups })
  const fields = { id, files, backups: changed, erased: isErased }
  terminal.note('deleted', fields, terminal.words('result.deleted', { title, files }))
  if (!isErased) terminal.note('not-erased', { id }, terminal.words('result.not-erased'))
  return 0
}

/** Faults as `deleteSound`; those known in advance are thrown before asking. */
async function deleteOnlySound(
  studio: StorageParts,
  terminal: Terminal,
  { id, title }: StoredRecording,
  isSure: boolean,
): Promise<number> {
  await checkSound(studio.library, id)
  await checkOwnSound(studio, id)
  const facts = await soundDeletionFacts(studio, id)
  const { hasVideo, hasText, soundBytes, preparedBytes, films, rememberedVoices } = facts
  if (!hasText) throw new Fault('sound.no-text', { title })
  const size = (bytes: number): string => byteSize(bytes, terminal.locale)
  const question: Question = {
    title: 'sound-deletion.title',
    goes: 'sound-deletion.goes',
    items: [
      [hasVideo ? 'sound-deletion.video' : 'sound-deletion.sound', { size: size(soundBytes) }],
      ...item(preparedBytes > 0, 'sound-deletion.prepared', { size: size(preparedBytes) }),
      ...item(films > 0, 'sound-deletion.films', { count: films }),
      ...voices(rememberedVoices, terminal),
    ],
    stays: [['sound-deletion.stays'], ['sound-deletion.never']],
    button: 'sound-deletion.do',
  }
  if (!isSure && !(await isWanted(terminal, title, question))) return EXIT_NOT_WANTED
  await deleteSound(studio, id, localDay(Date.now()))
  const bytes = soundBytes + preparedBytes
  terminal.note('sound-deleted', { id, title, bytes }, terminal.words('sound-deletion.done', { title }))
  return 0
}

async function deleteDamagedCopies(
  studio: StorageParts,
  terminal: Terminal,
  isSure: boolean,
): Promise<number> {
  const copies = await listDamagedCopies(studio)
  if (copies.length === 0) {
    terminal.note('no-damaged-copy', {}, terminal.words('storage.damaged.none'))
    return 0
  }
  const items = copies.map(({ name, bytes, keptOn }): Item => {
    const day = dayWords(keptOn, terminal.locale)
    return ['storage.damaged.size', { name, day, size: byteSize(bytes, terminal.locale) }]
  })
  const question: Question = {
    title: 'storage.damaged.all',
    goes: 'library.delete.goes',
    items,
    stays: [['storage.damaged.about']],
    button: 'storage.damaged.do',
  }
  if (!isSure && !(await isWanted(terminal, '', question))) return EXIT_NOT_WANTED
  for (const { name, bytes, keptOn } of copies) {
    const day = dayWords(keptOn, terminal.locale)
    await deleteDamagedCopy(studio, name)
    terminal.note('damaged-copy-deleted', { name, bytes }, terminal.words('storage.damaged.deleted', { day }))
  }
  return 0
}

type Item = readonly [MessageKey, MessageValues?]

const item = (isThere: boolean, key: MessageKey, values: MessageValues = {}): readonly Item[] =>
  isThere ? [[key, values]] : []

const voices = (names: readonly string[], { language }: Terminal): readonly Item[] =>
  item(names.length > 0, 'remembered-voices.deletion', {
    names: formatList(names, language),
  })

interface Question {
  readonly title: MessageKey
  readonly goes: MessageKey
  readonly items: readonly Item[]
  readonly stays: readonly Item[]
  readonly button: MessageKey
}

/** True without asking if there is nobody to ask: a script's command is explicit. */
async function isWanted(
  terminal: Terminal,
  name: string,
  { title, goes, items, stays, button }: Question,
): Promise<boolean> {
  if (!terminal.canAsk) return true
  const lines = [
    terminal.words(title, { title: name }),
    terminal.words(goes),
    ...items.map(([key, values]) => `  - ${terminal.words(key, values ?? {})}`),
    ...stays.map(([key, values]) => terminal.words(key, values ?? {})),
  ]
  terminal.note('asking', {}, lines.join('\n'))
  const answer = await terminal.ask(terminal.words('delete.ask', { button: terminal.words(button) }))
  if (isYes(answer)) return true
  terminal.note('not-deleted', {}, terminal.words('delete.nothing'))
  return false
}
