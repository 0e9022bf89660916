import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LogFile } from './log-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parolo log '))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

it('writes each with time and source, further lines set in', () => {
  const log = new LogFile(path.join(folder, 'logs'))
  log.write('program', 'started')
  log.write('studio', 'Error: no\n    at place\n')
  const [first, ...rest] = readFileSync(log.path, 'utf8').split('\n')
  expect(first).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z program: started$/u)
  expect(rest).toEqual([expect.stringMatching(/Z studio: Error: no$/u), '      at place', ''])
})

it('begins a new file when one is full, and keeps two before it', () => {
  const log = new LogFile(folder, 100)
  for (let number = 0; number < 40; number += 1) log.write('program', `line ${number} ${'x'.repeat(40)}`)
  expect(readdirSync(folder).sort()).toEqual(['parolo.1.log', 'parolo.2.log', 'parolo.log'])
  const all = ['parolo.2.log', 'parolo.1.log', 'parolo.log']
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => Number(/line (\d+)/u.exec(line)?.[1]))
  expect(all).toEqual(all.toSorted((a, b) => a - b))
  expect(all.at(-1)).toBe(39)
  for (const name of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, name)).length).toBeLessThan(300)
  }
})

it('says once that it cannot be written, and does not throw', () => {
  const blocked = path.join(folder, 'a file')
  writeFileSync(blocked, '')
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const log = new LogFile(blocked)
  log.write('program', 'one')
  log.write('program', 'two')
  expect(stderr).toHaveBeenCalledTimes(1)
})

it('forgets the names of a deleted recording in every file, also where they are escaped', () => {
  const log = new LogFile(folder, 60)
  const file = '/home/ann/Réunion "A".mp3'
  for (const text of [`cannot read ${file}`, JSON.stringify({ file }), encodeURI(file), 'Engine started'])
    log.write('program', text)
  expect(readdirSync(folder)).toHaveLength(3)
  log.forget([file, 'Réunion "A".mp3', 'A'])
  const all = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('')
  expect(all).not.toMatch(/union|ann/u)
  expect(all).toContain('Engine started')
})
