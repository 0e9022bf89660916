import { glob, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

/** Sources of the feet of dialogs: what is given as `foot`, by file. */
async function feetOfDialogs(): Promise<{ readonly file: string; readonly foot: string }[]> {
  const feet: { file: string; foot: string }[] = []
  for await (const file of glob('renderer/**/*.tsx')) {
    if (file.endsWith('.test.tsx')) continue
    const source = await readFile(file, 'utf8')
    for (const { index } of source.matchAll(/\bfoot=\{/gu))
      feet.push({ file, foot: braced(source.slice(index + 5)) })
  }
  return feet
}

/** From the opening brace to the one that closes it. */
function braced(source: string): string {
  let depth = 0
  for (const { 0: brace, index } of source.matchAll(/[{}]/gu)) {
    depth += brace === '{' ? 1 : -1
    if (depth === 0) return source.slice(0, index + 1)
  }
  throw new Error('a brace is not closed')
}

/** Whether each button at the right is a main one, in order; a foot that has two forms has two lists. */
const rightOf = (foot: string): boolean[][] =>
  foot
    .split('<DialogSpacer />')
    .slice(1)
    .map((side) => side.split('<Button').slice(1).map(isMain))

const isMain = (button: string): boolean => /^[^]*?\bvariant=(?:"(?:main|forever)"|\{variant\})/u.test(button)

it('in the foot of a dialog, what cancels is left of the main button, which is the last', async () => {
  const feet = await feetOfDialogs()
  expect(feet.length).toBeGreaterThan(20)
  const wrong = feet.filter(({ foot }) =>
    rightOf(foot).some((buttons) => buttons.some((main, at) => main && buttons[at + 1] === false)),
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
  expect(rightOf('<DialogSpacer /><Button variant="main">Save</Button><Button>Cancel</Button>')).toEqual([
    [true, false],
  ])
})
