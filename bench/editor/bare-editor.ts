import { defaultKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

declare global {
  interface Window {
    openBareEditor(this: void, lines: readonly string[]): void
    closeBareEditor(this: void): void
  }
}

let view: EditorView | null = null

/** Plain CodeMirror over the page, with the same text: the minimum cost of a key. */
window.openBareEditor = (lines) => {
  const parent = document.createElement('div')
  parent.id = 'bare-editor'
  parent.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fff;font:16px/26px serif'
  document.body.append(parent)
  view = new EditorView({
    parent,
    state: EditorState.create({
      doc: lines.join('\n'),
      extensions: [
        EditorView.lineWrapping,
        keymap.of(defaultKeymap),
        EditorView.theme({ '&': { height: '100vh' }, '.cm-scroller': { overflow: 'auto' } }),
      ],
    }),
  })
}

window.closeBareEditor = () => {
  view?.destroy()
  view = null
  document.querySelector('#bare-editor')?.remove()
}
