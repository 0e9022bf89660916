import { expect, it } from 'vitest'
import { parseWindowState } from './parse-window-state.ts'

const bounds = { x: -5, y: 20, width: 900, height: 700 }

it('reads what was kept', () => {
  expect(parseWindowState(JSON.stringify({ bounds, maximised: true }))).toEqual({ bounds, maximised: true })
})

it.each(['', '{', 'null', '[]', '{"bounds":{"x":1}}', '{"bounds":{"x":"1","y":1,"width":1,"height":1}}'])(
  'takes %s for none',
  (text) => {
    expect(parseWindowState(text)).toBeNull()
  },
)
