import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { copiedText, type CopyOptions, type SelectedPart } from '#core/formats/copied-text'
import { programLanguage, say } from '#core/messages/messages'
import { redactedParts } from '#core/redaction/redacted-parts'
import {
  type CopiedWords,
  keepCopied,
  putOnClipboard,
  wordsOfPlainText,
  wordsOnClipboard,
} from './copied-words.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { redactedIn } from './redacted-spans.ts'

/** Copies several paragraphs with speaker names and pastes them back without. */
export function copyAndPaste(options: () => CopyOptions): Extension {
  const copy = (event: ClipboardEvent, view: EditorView): boolean => {
    const { from, to } = view.state.selection.main
    const copied = copiedFrom(view.state, options(), event.type === 'cut')
    if (copied === null || event.clipboardData === null) return false
    putOnClipboard(event.clipboardData, copied)
    event.preventDefault()
    if (event.type === 'cut') {
      view.dispatch({ changes: { from, to }, scrollIntoView: true, userEvent: 'delete.cut' })
    }
    return true
  }
  return [
    EditorView.domEventHandlers({
      copy,
      cut: copy,
      paste(event, view) {
        const words = wordsOnClipboard(event.clipboardData)
        if (words === '') return false
        event.preventDefault()
        view.dispatch(view.state.replaceSelection(view.state.toText(words)), {
          userEvent: 'input.paste',
          scrollIntoView: true,
        })
        return true
      },
    }),
    EditorView.clipboardInputFilter.of(wordsOfPlainText),
    // Of text that is dragged; copied text is handled above.
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
  const copied = copiedFrom(view.state, options, false)
  await navigator.clipboard.writeText(copied?.shown ?? view.state.sliceDoc(from, to))
}

/** What is copied if several paragraphs are selected, or redacted words; null for a single one as it is. */
function copiedFrom(state: EditorState, options: CopyOptions, isCut: boolean): CopiedWords | null {
  const { from, to } = state.selection.main
  const parts = selectedParts(state)
  const shownParts = shownOf(state, parts)
  const isRedacted = shownParts !== parts
  const plain = shownParts.map(({ text }) => text).join('\n')
  const shown = copiedText(state.field(linesField).transcript.speakers, shownParts, options)
  if (shown === null && !isRedacted) return null
  // What is cut may be pasted here; a copy of redacted words would not be redacted.
  const words = isCut || !isRedacted ? state.sliceDoc(from, to) : plain
  return { shown: shown ?? plain, words, isRedacted: isRedacted && isCut }
}

function draggedText(text: string, state: EditorState): string {
  const parts = selectedParts(state)
  const shownParts = shownOf(state, parts)
  if (shownParts === parts) return text
  const shown = shownParts.map((part) => part.text).join('\n')
  keepCopied({ shown, words: text })
  return shown
}

function shownOf(state: EditorState, parts: readonly SelectedPart[]): readonly SelectedPart[] {
  const { transcript } = state.field(linesField)
  const placeholder = say(programLanguage(transcript.language), 'redaction.placeholder')
  return redactedParts(parts, redactedIn(transcript), placeholder)
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
