import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { copiedText, type CopyOptions, type SelectedPart } from '#core/formats/documents/copied-text'
import { placeholderIn } from '#core/outgoing/placeholder'
import { redactedParts, redactedTexts } from '#core/redaction/redacted-parts'
import { redactedWords } from '#core/transcript/redacted-words'
import {
  type Clip,
  type ClipStore,
  clipOnClipboard,
  type CopiedWords,
  keepCopied,
  ownClip,
  putOnClipboard,
  wordsOfPlainText,
  wordsOnClipboard,
} from './copied-words.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { findPastedRedactions, pastedRedactions } from './pasted-redactions.ts'

export interface CopyAndPasteParts {
  readonly options: () => CopyOptions
  readonly clips: ClipStore
  readonly onFailed: (error: unknown) => void
}

/** Copies several paragraphs with speaker names and pastes them back without. */
export function copyAndPaste({ options, clips, onFailed }: CopyAndPasteParts): Extension {
  const copy = (event: ClipboardEvent, view: EditorView): boolean => {
    const { from, to } = view.state.selection.main
    const copied = copiedFrom(view.state, options())
    if (copied === null || event.clipboardData === null) return false
    putOnClipboard(event.clipboardData, copied, clips)
    event.preventDefault()
    if (event.type === 'cut') {
      view.dispatch({ changes: { from, to }, scrollIntoView: true, userEvent: 'delete.cut' })
    }
    return true
  }
  const pasteClip = async (view: EditorView, id: string, shown: string): Promise<void> => {
    let clip: Clip | null = null
    try {
      clip = await clips.read(id)
    } catch (error) {
      onFailed(error)
    }
    insertPasted(view, clip?.words ?? shown, clip?.redacted)
  }
  return [
    findPastedRedactions,
    EditorView.domEventHandlers({
      copy,
      cut: copy,
      paste(event, view) {
        const { clipboardData } = event
        const id = clipOnClipboard(clipboardData)
        const clip = id === '' ? null : ownClip(id)
        const words = clip?.words ?? wordsOnClipboard(clipboardData)
        if (id === '' && words === '') return false
        event.preventDefault()
        if (id !== '' && clip === null) {
          void pasteClip(view, id, clipboardData?.getData('text/plain') ?? '')
        } else insertPasted(view, words, clip?.redacted)
        return true
      },
    }),
    EditorView.clipboardInputFilter.of(wordsOfPlainText),
    // For dragged text; copied text is handled above.
    EditorView.clipboardOutputFilter.of(draggedText),
  ]
}

/**
 * Copies the selection as the keyboard shortcuts do. If the browser does not support the command, other programs get
 * the same text.
 */
export async function copySelection(view: EditorView, options: CopyOptions): Promise<void> {
  const { activeElement } = document
  // The browser copies from the focused element.
  view.focus()
  // The only way to put a custom type on the clipboard in every browser.
  // oxlint-disable-next-line typescript/no-deprecated
  const isCopied = document.execCommand('copy')
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true })
  if (isCopied) return
  const { from, to } = view.state.selection.main
  const copied = copiedFrom(view.state, options)
  await navigator.clipboard.writeText(copied?.shown ?? view.state.sliceDoc(from, to))
}

/**
 * What is copied if several paragraphs or redacted words are selected; null for a single paragraph, which is
 * copied unchanged.
 */
function copiedFrom(state: EditorState, options: CopyOptions): CopiedWords | null {
  const { from, to } = state.selection.main
  const parts = selectedParts(state)
  const shownParts = shownOf(state, parts)
  const isRedacted = shownParts !== parts
  const plain = shownParts.map(({ text }) => text).join('\n')
  const shown = copiedText(state.field(linesField).transcript.speakers, shownParts, options)
  if (shown === null && !isRedacted) return null
  const copied = { shown: shown ?? plain, words: state.sliceDoc(from, to) }
  if (!isRedacted) return copied
  return { ...copied, redacted: redactedTexts(parts, redactedWords(state.field(linesField).transcript)) }
}

function insertPasted(view: EditorView, words: string, redacted: readonly string[] = []): void {
  view.dispatch(view.state.replaceSelection(view.state.toText(words)), {
    userEvent: 'input.paste',
    scrollIntoView: true,
    ...(redacted.length === 0 ? {} : { annotations: pastedRedactions.of(redacted) }),
  })
}

function draggedText(text: string, state: EditorState): string {
  const parts = selectedParts(state)
  const shownParts = shownOf(state, parts)
  if (shownParts === parts) return text
  const shown = shownParts.map((part) => part.text).join('\n')
  const redacted = redactedTexts(parts, redactedWords(state.field(linesField).transcript))
  keepCopied({ shown, words: text, redacted })
  return shown
}

function shownOf(state: EditorState, parts: readonly SelectedPart[]): readonly SelectedPart[] {
  const { transcript } = state.field(linesField)
  const placeholder = placeholderIn(transcript.language)
  return redactedParts(parts, redactedWords(transcript), placeholder)
}

function selectedParts(state: EditorState): SelectedPart[] {
  const { doc, selection } = state
  const { from, to } = selection.main
  const lines = state.field(linesField)
  const parts: SelectedPart[] = []
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    const start = Math.max(0, from - line.from)
    const text = line.text.slice(start, Math.max(start, to - line.from))
    parts.push({ paragraph: paragraphOfLine(lines, line.number - 1), from: start, text })
    if (line.to >= to || line.number === doc.lines) return parts
  }
}
