import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { copiedText, type CopyOptions, type SelectedPart } from '#core/formats/copied-text'
import { putOnClipboard, wordsOfPlainText, wordsOnClipboard } from './copied-words.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'

/** Copies several paragraphs with speaker names and pastes them back without. */
export function copyAndPaste(options: () => CopyOptions): Extension {
  const copy = (event: ClipboardEvent, view: EditorView): boolean => {
    const { from, to } = view.state.selection.main
    const shown = shownText(view.state, options())
    if (shown === null || event.clipboardData === null) return false
    putOnClipboard(event.clipboardData, { shown, words: view.state.sliceDoc(from, to) })
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
  await navigator.clipboard.writeText(shownText(view.state, options) ?? view.state.sliceDoc(from, to))
}

/** The text for other programs if several paragraphs are selected; null for a single one. */
function shownText(state: EditorState, options: CopyOptions): string | null {
  const { speakers } = state.field(linesField).transcript
  return copiedText(speakers, selectedParts(state), options)
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
