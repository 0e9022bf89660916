import path from 'node:path'
import { expect, it } from 'vitest'
import { findWindow, type WindowFacts } from './find-window.ts'

const packaged = (folder: string): string => path.join(folder, 'app.asar.unpacked', 'resources')
const facts: WindowFacts = {
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  userId: 1000,
  resources: packaged('/opt/parolo/resources'),
}

it.each([
  ['linux', '/opt/parolo/resources', '/opt/parolo/parolo-window'],
  ['darwin', '/Parolo.app/Contents/Resources', '/Parolo.app/Contents/MacOS/Parolo'],
  ['win32', '/Parolo/resources', '/Parolo/Parolo.exe'],
] as const)('is the program of the package (%s)', (platform, folder, command) => {
  const found = findWindow({ ...facts, platform, resources: packaged(folder) })
  expect(found).toEqual({ command: path.resolve(command), words: [] })
})

it('cannot be tried without a display, or by root', () => {
  expect(findWindow({ ...facts, environment: {} })).toEqual({ why: 'no-display' })
  expect(findWindow({ ...facts, userId: 0 })).toEqual({ why: 'as-root' })
})

it('is not there from sources without Electron', () => {
  const environment = { DISPLAY: ':0', PAROLO_ELECTRON: '/no/electron' }
  expect(findWindow({ ...facts, environment, resources: '/sources/resources' })).toEqual({
    why: 'no-electron',
  })
})
