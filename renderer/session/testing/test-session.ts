import { vi } from 'vitest'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { openSession, type OpenSession } from '../open-session.ts'
import { keepNothing } from './keep-nothing.ts'
import type { FakeStudio } from './fake-studio.ts'

/** Lets two minutes pass on the fake clock: everything that waits to be sent is sent. */
export const quiet = () => vi.advanceTimersByTimeAsync(120_000)

/** A session that is open after 100 ms of the fake clock. */
export async function openTestSession(
  studio: FakeStudio,
  windowId: string,
  client = studio.connect(),
  unsent = keepNothing(),
): Promise<OpenSession> {
  const opening = openSession(client, studio.transcript.id, { windowId, unsent })
  // Prevents a second report for a test that awaits the rejection itself.
  opening.catch(() => undefined)
  await vi.advanceTimersByTimeAsync(100)
  return opening
}

/** Replaces the text of a paragraph. */
export function typeText(session: OpenSession, paragraphId: string, text: string): void {
  session.apply([replaceTextEdit(session.state.transcript, { id: session.newId(), paragraphId, text })])
}

/** The text of each paragraph. */
export function texts(transcript: Transcript): string[] {
  return transcript.paragraphs.map(paragraphText)
}
