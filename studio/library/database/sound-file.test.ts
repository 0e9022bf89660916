import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recordDamage, rememberSound, whenFoundSound } from './sound-file.ts'

const NOW = 1_800_000_000_000
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parolo-sound-file-'))
  file = join(folder, 'library.db')
  writeFileSync(file, 'contents')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is not known for a file that was never closed in good order', () => {
  expect(whenFoundSound(file, NOW)).toBeNull()
})

it('is known, with the time of its check, as long as nobody changes the file', () => {
  rememberSound(file, NOW)
  expect(whenFoundSound(file, NOW + 1000)).toBe(NOW)
})

it.each([
  ['is longer', () => appendFileSync(file, '!')],
  ['has other contents of the same length', () => writeFileSync(file, 'CONTENTS')],
  ['has changes beside it', () => writeFileSync(`${file}-wal`, 'changes')],
  ['was found damaged', () => recordDamage(file, NOW)],
])('is not known of a file that %s', (_, change) => {
  rememberSound(file, NOW)
  change()
  expect(whenFoundSound(file, NOW)).toBeNull()
})

it('is not remembered while another program has the file open', () => {
  writeFileSync(`${file}-wal`, 'changes')
  rememberSound(file, NOW)
  rmSync(`${file}-wal`)
  expect(whenFoundSound(file, NOW)).toBeNull()
})

it('is checked again after a week, and where the clock was set back', () => {
  rememberSound(file, NOW)
  expect(whenFoundSound(file, NOW + 8 * 24 * 3_600_000)).toBeNull()
  expect(whenFoundSound(file, NOW - 1)).toBeNull()
})

it('is not known where the record was cut off', () => {
  rememberSound(file, NOW)
  writeFileSync(`${file}.checked`, '{"size":')
  expect(whenFoundSound(file, NOW)).toBeNull()
})

it('is not remembered by a program that did not meet the damage that another one met, until a later check', () => {
  recordDamage(file, NOW)
  rememberSound(file, NOW - 1_000)
  expect(whenFoundSound(file, NOW)).toBeNull()
  rememberSound(file, NOW + 1_000)
  expect(whenFoundSound(file, NOW + 2_000)).toBe(NOW + 1_000)
})
