import { screen } from '@testing-library/react'
import type { CallOutput } from '#contracts/calls/calls'
import type { PageHost } from '../../rpc/host.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { PublishDialog } from '../publish-dialog.tsx'

const base64 = (text: string): string => btoa(text)

export const published: CallOutput<'exports.publish'> = {
  transcriptId: 't1',
  fileName: '14.mp3',
  sound: { name: '14.mp3', bytes: 38_000_000, type: 'audio/mpeg', durationMs: 61_000 },
  isInFeed: true,
  stem: '14 - glue',
  language: 'en',
  media: '14.mp3',
  soundAddress: null,
  leftInSound: null,
  captionsMoved: false,
  hasCut: false,
  isCut: false,
  hasSound: true,
  notes: { text: '', isEdited: false },
  description: { text: '', misfits: [{ kind: 'none' }] },
  files: [
    { kind: 'srt', mediaType: 'application/x-subrip', base64: base64('s'.repeat(42_000)) },
    { kind: 'vtt', mediaType: 'text/vtt', base64: base64('WEBVTT') },
    { kind: 'html', mediaType: 'text/html', base64: base64('<p>') },
    { kind: 'chapters', mediaType: 'application/json', base64: base64('{}') },
  ],
}

/** The dialog of a recording whose publication is `published`, but for `answer`. */
export function openPublish(answer: Partial<typeof published> = {}, host: Partial<PageHost> = {}) {
  return renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    { 'exports.publish': () => ({ ...published, ...answer }) },
    'en',
    host,
  )
}

/** The lines for the feed, as shown. */
export const feedLines = (): string =>
  screen.getByRole('region', { name: 'Lines for your feed' }).lastChild?.textContent ?? ''
