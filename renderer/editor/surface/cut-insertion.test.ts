import { EditorState, type Transaction } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { cutInsertion, linesBelow } from './cut-insertion.ts'

const doc = 'One two.\nThree four.\nFive.'
const start = EditorState.create({ doc })

/** A paste at `|`, or over the text between two of them. */
function paste(place: string, text: string, state = start): Transaction {
  const [before = '', between, after] = place.split('|')
  const from = doc.indexOf(place.replaceAll('|', '')) + before.length
  const to = after === undefined ? from : from + (between?.length ?? 0)
  return state.update({ changes: { from, to, insert: state.toText(text) }, userEvent: 'input.paste' })
}

/** The text after all slices are inserted, and the caret position (`^`). */
function madeOf(transaction: Transaction): { readonly slices: number; readonly lines: string[] } {
  const cut = cutInsertion(transaction)
  if (cut === null) return { slices: 0, lines: [] }
  let state = transaction.startState.update(cut.ends).state
  let { at } = cut
  for (const slice of cut.slices) {
    const spec = linesBelow(state.doc, at, slice)
    const put = state.update(spec)
    expect(cutInsertion(put)).toBeNull()
    at = put.changes.mapPos(spec.changes.from, 1)
    state = put.state
  }
  const { head } = state.selection.main
  const shown = state.update({ changes: { from: head, insert: '^' } }).state
  return { slices: cut.slices.length, lines: shown.doc.toJSON() }
}

const many = Array.from({ length: 9_000 }, (_, line) => `line ${line}`)

describe('cutInsertion', () => {
  it('leaves alone what one task takes', () => {
    expect(cutInsertion(paste('Three| four', 'a\nb\nc'))).toBeNull()
    expect(cutInsertion(start.update({ changes: { from: 0, to: doc.length } }))).toBeNull()
  })

  it('puts the ends in at once and all between in slices, the caret behind the last', () => {
    const { slices, lines } = madeOf(paste('Three| four', many.join('\n')))
    expect(slices).toBeGreaterThan(1)
    expect(lines).toEqual(['One two.', 'Threeline 0', ...many.slice(1, -1), 'line 8999^ four.', 'Five.'])
  })

  it('takes away what was selected', () => {
    const { lines } = madeOf(paste('|One two.\nThree| four', many.join('\n')))
    expect([lines[0], lines.at(-2)]).toEqual(['line 0', 'line 8999^ four.'])
    expect(lines).toHaveLength(9_001)
  })

  it('leaves out lines of space, but for one at the end that the caret is in', () => {
    const spaced = many.flatMap((line) => [line, '', '  ']).join('\n')
    const { lines } = madeOf(paste('|Three four', `\n\n${spaced}`))
    expect(lines.slice(0, 3)).toEqual(['One two.', 'line 0', 'line 1'])
    expect(lines.slice(-3)).toEqual(['line 8999', '  ^Three four.', 'Five.'])
    expect(lines).toHaveLength(9_003)
  })

  it('cuts few long lines too', () => {
    const long = Array.from({ length: 10 }, (_, line) => `${line} ${'word '.repeat(20_000)}`)
    const { slices, lines } = madeOf(paste('Three| four', long.join('\n')))
    expect(slices).toBeGreaterThan(2)
    expect(lines.slice(2, -2)).toEqual(long.slice(1, -1))
  })
})
