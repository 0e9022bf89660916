import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { turnRule } from './present-rule.ts'

it('docs/speaking-time.md has the rule by which turns are counted', async () => {
  const document = (await readFile('docs/speaking-time.md', 'utf8')).replaceAll(/\s+/gu, ' ')
  expect(document).toContain(turnRule.texts.en.whenItEnds.replaceAll('\u00A0', ' '))
})
