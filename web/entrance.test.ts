import { expect, it } from 'vitest'
import { temporaryFolder } from '#studio/library/testing/fixtures'
import { CODE_LIVES_MS, Entrance } from './entrance.ts'
import { PageSecrets } from './page-secrets.ts'

it('lets a code in once, and none that is too old', async () => {
  let nowMs = 1_000
  const secrets = await PageSecrets.open(temporaryFolder(), (error) => expect.unreachable(String(error)))
  const entrance = new Entrance('t'.repeat(43), secrets, () => nowMs)
  const used: string[] = []
  const [first, second] = ['first', 'second'].map((name) => entrance.createCode(() => used.push(name)))
  expect(await entrance.enter(first ?? '')).not.toBeNull()
  expect(await entrance.enter(first ?? '')).toBeNull()
  nowMs += CODE_LIVES_MS
  expect(entrance.knows(second ?? '')).toBe(false)
  expect(await entrance.enter(second ?? '')).toBeNull()
  expect(await entrance.enter('t'.repeat(43))).not.toBeNull()
  expect(used).toEqual(['first'])
})
