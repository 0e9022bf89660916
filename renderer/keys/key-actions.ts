import type { MessageKey } from '#core/messages/messages'

/** Groups in the overview of shortcuts, in order. */
export const keyGroups = ['hear', 'move', 'write', 'who', 'check', 'captions', 'go'] as const
export type KeyGroup = (typeof keyGroups)[number]

export interface KeyAction {
  readonly id: string
  readonly group: KeyGroup
  readonly message: MessageKey
  /** In the form of `keyOf` (key-of.ts). */
  readonly keys: readonly string[]
}

/**
 * Actions whose keys the user can change. Defaults are oTranscribe's (Esc, F1–F4, Ctrl J, Ctrl K), Subtitle
 * Edit's F8, and F13–F16, which foot pedals send in keyboard mode. Esc has no alternative key with a letter
 * or space: Mod+Space belongs to input methods (Linux, Windows) and to the system's search (macOS).
 */
export const keyActions = [
  { id: 'play', group: 'hear', message: 'keys.play', keys: ['Escape', 'F13'] },
  { id: 'back-short', group: 'hear', message: 'keys.back-short', keys: ['F1', 'F14'] },
  { id: 'forward-short', group: 'hear', message: 'keys.forward-short', keys: ['F2', 'F15'] },
  { id: 'back-long', group: 'hear', message: 'keys.back-long', keys: ['Shift+F1'] },
  { id: 'forward-long', group: 'hear', message: 'keys.forward-long', keys: ['Shift+F2'] },
  { id: 'slower', group: 'hear', message: 'keys.slower', keys: ['F3'] },
  { id: 'faster', group: 'hear', message: 'keys.faster', keys: ['F4'] },
  { id: 'loop', group: 'hear', message: 'keys.loop', keys: ['Mod+L'] },
  { id: 'follow', group: 'hear', message: 'keys.follow', keys: ['Mod+.'] },
  { id: 'go-to-time', group: 'hear', message: 'keys.go-to-time', keys: ['Mod+K'] },
  { id: 'paragraph-before', group: 'move', message: 'keys.paragraph-before', keys: ['Alt+ArrowUp'] },
  { id: 'paragraph-after', group: 'move', message: 'keys.paragraph-after', keys: ['Alt+ArrowDown'] },
  { id: 'hear-from-caret', group: 'move', message: 'keys.hear-from-caret', keys: ['Mod+Enter'] },
  { id: 'next-doubt', group: 'move', message: 'keys.next-doubt', keys: ['F8'] },
  { id: 'previous-doubt', group: 'move', message: 'keys.previous-doubt', keys: ['Shift+F8'] },
  { id: 'caption-fixes', group: 'check', message: 'keys.caption-fixes', keys: ['F9'] },
  { id: 'run-again', group: 'check', message: 'keys.run-again', keys: ['Alt+S', 'Mod+Alt+S'] },
  { id: 'correct-others', group: 'check', message: 'keys.correct-others', keys: ['Alt+G', 'Mod+Alt+G'] },
  { id: 'review-speakers', group: 'who', message: 'keys.review-speakers', keys: ['Alt+W', 'Mod+Alt+W'] },
  { id: 'insert-time', group: 'write', message: 'keys.insert-time', keys: ['Mod+J'] },
  { id: 'find', group: 'write', message: 'keys.find', keys: ['Mod+F'] },
  { id: 'replace', group: 'write', message: 'keys.replace', keys: ['Mod+H'] },
  { id: 'comment', group: 'write', message: 'keys.comment', keys: ['Alt+M', 'Mod+Alt+M'] },
  { id: 'redact', group: 'write', message: 'keys.redact', keys: ['Alt+X'] },
  { id: 'as-said', group: 'write', message: 'keys.as-said', keys: ['Alt+J'] },
  { id: 'decision', group: 'write', message: 'keys.decision', keys: ['Alt+D'] },
  { id: 'action', group: 'write', message: 'keys.action', keys: ['Alt+A'] },
  { id: 'bookmark', group: 'write', message: 'keys.bookmark', keys: ['Alt+B'] },
  { id: 'show-changes', group: 'write', message: 'keys.show-changes', keys: ['Alt+C'] },
  { id: 'choose-speaker', group: 'who', message: 'keys.choose-speaker', keys: ['Mod+I'] },
  { id: 'caption-in', group: 'captions', message: 'keys.caption-in', keys: ['Alt+I'] },
  { id: 'caption-out', group: 'captions', message: 'keys.caption-out', keys: ['Alt+O'] },
  { id: 'caption-play', group: 'captions', message: 'keys.caption-play', keys: ['F6'] },
  { id: 'caption-play-before', group: 'captions', message: 'keys.caption-play-before', keys: ['Shift+F6'] },
  { id: 'caption-loop', group: 'captions', message: 'keys.caption-loop', keys: ['Alt+L'] },
  {
    id: 'caption-start-earlier',
    group: 'captions',
    message: 'keys.caption-start-earlier',
    keys: ['Alt+ArrowLeft'],
  },
  {
    id: 'caption-start-later',
    group: 'captions',
    message: 'keys.caption-start-later',
    keys: ['Alt+ArrowRight'],
  },
  {
    id: 'caption-end-earlier',
    group: 'captions',
    message: 'keys.caption-end-earlier',
    keys: ['Alt+Shift+ArrowLeft'],
  },
  {
    id: 'caption-end-later',
    group: 'captions',
    message: 'keys.caption-end-later',
    keys: ['Alt+Shift+ArrowRight'],
  },
  { id: 'caption-tap', group: 'captions', message: 'keys.caption-tap', keys: ['Alt+T'] },
  { id: 'view-text', group: 'go', message: 'keys.view-text', keys: ['Mod+1'] },
  { id: 'view-captions', group: 'go', message: 'keys.view-captions', keys: ['Mod+2'] },
  { id: 'view-speaking', group: 'go', message: 'keys.view-speaking', keys: ['Mod+3'] },
  { id: 'view-check', group: 'go', message: 'keys.view-check', keys: ['Mod+4'] },
  { id: 'view-comments', group: 'go', message: 'keys.view-comments', keys: ['Mod+5'] },
  { id: 'view-moments', group: 'go', message: 'keys.view-moments', keys: ['Mod+6'] },
  { id: 'export', group: 'go', message: 'keys.export', keys: ['Mod+E'] },
  { id: 'record', group: 'go', message: 'keys.record', keys: ['Alt+R', 'Mod+Alt+R'] },
  { id: 'record-moment', group: 'go', message: 'keys.record-moment', keys: ['Mod+M'] },
  { id: 'search-library', group: 'go', message: 'keys.search-library', keys: ['Mod+Shift+F'] },
  { id: 'settings', group: 'go', message: 'keys.settings', keys: ['Mod+,'] },
  { id: 'keys', group: 'go', message: 'keys.keys', keys: ['?'] },
] as const satisfies readonly KeyAction[]

export type KeyActionId = (typeof keyActions)[number]['id']

/** Keys in the overview that cannot be changed: they belong to the text itself or to a single field. */
export const fixedKeys = [
  { id: 'play-space', group: 'hear', message: 'keys.play-space', keys: ['Space'] },
  { id: 'words', group: 'move', message: 'keys.words', keys: ['Mod+ArrowLeft', 'Mod+ArrowRight'] },
  { id: 'split', group: 'write', message: 'keys.split', keys: ['Enter'] },
  { id: 'join', group: 'write', message: 'keys.join', keys: ['Backspace'] },
  { id: 'undo', group: 'write', message: 'keys.undo', keys: ['Mod+Z'] },
  { id: 'redo', group: 'write', message: 'keys.redo', keys: ['Mod+Y', 'Mod+Shift+Z'] },
  { id: 'speaker-digits', group: 'who', message: 'keys.speaker-digits', keys: ['Alt+1', '…', 'Alt+9'] },
  { id: 'speaker-onwards', group: 'who', message: 'keys.speaker-onwards', keys: ['Shift+Enter'] },
  { id: 'check-hear', group: 'check', message: 'keys.check-hear', keys: ['Tab'] },
  { id: 'check-accept', group: 'check', message: 'keys.check-accept', keys: ['Enter'] },
  { id: 'opinion-hear', group: 'check', message: 'keys.opinion-hear', keys: ['Tab'] },
  { id: 'opinion-accept', group: 'check', message: 'keys.opinion-accept', keys: ['Enter'] },
  { id: 'opinion-keep', group: 'check', message: 'keys.opinion-keep', keys: ['Delete'] },
  { id: 'speaker-review-hear', group: 'who', message: 'keys.speaker-review-hear', keys: ['Tab'] },
  { id: 'speaker-review-keep', group: 'who', message: 'keys.speaker-review-keep', keys: ['Enter'] },
  { id: 'speaker-review-digits', group: 'who', message: 'keys.speaker-review-digits', keys: ['0', '…', '9'] },
  { id: 'speaker-review-new', group: 'who', message: 'keys.speaker-review-new', keys: ['N'] },
  { id: 'voice-offer', group: 'who', message: 'keys.voice-offer', keys: ['Enter', 'N'] },
  { id: 'speaker-review-pair', group: 'who', message: 'keys.speaker-review-pair', keys: ['1', '2'] },
] as const satisfies readonly KeyAction[]

/** Keys that no action may have: typing and leaving a field need them. */
export const reservedKeys: ReadonlySet<string> = new Set([
  'Enter',
  'Shift+Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Shift+Tab',
  'Space',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Mod+A',
  'Mod+C',
  'Mod+V',
  'Mod+X',
  'Mod+Z',
  'Mod+Y',
  'Mod+Shift+Z',
  ...Array.from({ length: 9 }, (_, index) => `Alt+${index + 1}`),
])
