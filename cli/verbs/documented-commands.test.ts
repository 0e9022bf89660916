import { expect, it } from 'vitest'
import { readInvocation } from '../options/arguments.ts'
import { commandsOf, documentsBelow, wordsOf } from '../testing/documented-commands.ts'
import { verbs } from './verbs.ts'

const documents = ['README.md', 'README.fr.md', 'CONTRIBUTING.md', ...documentsBelow('docs')]
const commands = documents.flatMap((document) =>
  commandsOf(document).map((command) => [document, command] as const),
)

it.each(commands)('%s: %s is understood', (_document, command) => {
  const [name = '', ...words] = wordsOf(command)
  const verb = verbs.find((each) => each.name === name)
  if (name.startsWith('--')) return
  expect(verb, `there is no command ${name}`).toBeDefined()
  if (verb !== undefined) expect(readInvocation(verb, words).verb).toBe(name)
})

it('docs/en/command-line.md has an example of every command', () => {
  const list = commandsOf('docs/en/command-line.md')
  const shown = new Set(list.map((command) => wordsOf(command)[0]))
  expect(verbs.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
})
