import { vi } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { EditRefused } from '#core/edits/refused'
import { conversation } from '#core/edits/testing/samples'
import { paragraphText } from '#core/transcript/transcript'
import type { OpenSession } from '../open-session.ts'
import { fakeStudio, type Fate } from './fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './test-session.ts'

/** A key pressed in one of two windows. */
export interface Key {
  readonly window: number
  readonly kind: 'letter' | 'space' | 'enter'
  /** Where the cursor is placed first, from 0 to 1 of the paragraph's text; null: unchanged. */
  readonly jump: { readonly paragraph: number; readonly share: number } | null
  readonly waitMs: number
}

interface Cursor {
  paragraphId: string
  offset: number
  /** The last typed letter, which the cursor follows; every typed letter is different. */
  after: string
  spaces: number
}

const firstLetter = 0x4e_00

/** The result of keystrokes in two windows on one transcript; every change is sent as decided by `fateOf`. */
export async function typeInTwoWindows(
  keys: readonly Key[],
  fateOf: () => Fate,
): Promise<{
  readonly typed: readonly string[]
  readonly text: string
  readonly windows: readonly string[]
}> {
  const studio = fakeStudio(conversation())
  let isCalm = true
  const fate = (): Fate => (isCalm ? { thereMs: 1, backMs: 1, lost: null } : fateOf())
  const windows = [
    await openTestSession(studio, 'a', studio.connect(fate, 20)),
    await openTestSession(studio, 'b', studio.connect(fate, 20)),
  ]
  isCalm = false
  const cursors = windows.map((): Cursor => ({ paragraphId: 'p1', offset: 20, after: '', spaces: 0 }))
  const typed: string[] = []
  for (const key of keys) {
    const session = windows[key.window]
    const cursor = cursors[key.window]
    if (session === undefined || cursor === undefined) continue
    const letter = String.fromCodePoint(firstLetter + typed.length)
    if (press(session, cursor, key, letter)) typed.push(letter)
    await vi.advanceTimersByTimeAsync(key.waitMs)
  }
  isCalm = true
  await quiet()
  const shown = windows.map((session) => texts(session.state.transcript).join('\n'))
  for (const session of windows) session.close()
  return { typed, text: texts(studio.transcript).join('\n'), windows: shown }
}

/** Returns whether the letter was typed. */
function press(session: OpenSession, cursor: Cursor, { kind, jump }: Key, letter: string): boolean {
  const { paragraphs } = session.state.transcript
  if (jump !== null) {
    const to = paragraphs[jump.paragraph % paragraphs.length]
    if (to === undefined) return false
    cursor.paragraphId = to.id
    cursor.offset = Math.floor(jump.share * (paragraphText(to).length + 1))
    cursor.after = ''
  }
  if (cursor.after !== '') follow(session, cursor)
  const paragraph = paragraphs.find(({ id }) => id === cursor.paragraphId) ?? paragraphs[0]
  if (paragraph === undefined) return false
  const text = paragraphText(paragraph)
  const at = Math.min(cursor.offset, text.length)
  if (kind === 'enter') {
    const id = session.newId()
    const split = splitAt(paragraph.words, at, id)
    if (split === null || !applied(session, split)) return false
    Object.assign(cursor, { paragraphId: `${id}.0`, offset: 0, after: '' })
    return false
  }
  const isLetter = kind === 'letter'
  typeText(session, paragraph.id, text.slice(0, at) + (isLetter ? letter : ' ') + text.slice(at))
  if (isLetter) Object.assign(cursor, { after: letter, spaces: 0 })
  else cursor.spaces += 1
  cursor.offset = at + 1
  cursor.paragraphId = paragraph.id
  return isLetter
}

function follow(session: OpenSession, cursor: Cursor): void {
  for (const paragraph of session.state.transcript.paragraphs) {
    const text = paragraphText(paragraph)
    const at = text.indexOf(cursor.after)
    if (at < 0) continue
    cursor.paragraphId = paragraph.id
    cursor.offset = at + 1
    for (let left = cursor.spaces; left > 0 && text[cursor.offset] === ' '; left -= 1) cursor.offset += 1
    return
  }
}

function splitAt(words: Parameters<typeof paragraphText>[0]['words'], at: number, id: string): Edit | null {
  let start = 0
  for (const word of words) {
    const from = start + word.before.length
    start = from + word.text.length
    if (at <= start) {
      return { kind: 'split-paragraph', id, wordId: word.id, offset: Math.max(0, at - from) }
    }
  }
  return null
}

function applied(session: OpenSession, edit: Edit): boolean {
  try {
    session.apply([edit])
    return true
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error
    return false
  }
}
