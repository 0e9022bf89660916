import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { debCopyright, makeLinuxPackages } from './linux-packages.mjs'

const canBuild = spawnSync('dpkg-deb', ['--version']).error === undefined
const WITHOUT = canBuild ? '' : ' (left out: no dpkg-deb)'

it('the copyright file names the license and where those of the parts are', () => {
  const text = debCopyright()
  expect(text).toMatch(/^Format: https:\S+copyright-format\/1\.0\/$/mu)
  expect(text).toMatch(/^License: AGPL-3\.0-or-later$/mu)
  expect(text).toContain('/opt/parolo/licences')
})

describe.runIf(canBuild)(`a package for Debian${WITHOUT}`, () => {
  it('has the command, the icons, the copyright, and links that stay within it', async () => {
    const place = await mkdtemp(path.join(os.tmpdir(), 'parolo deb '))
    onTestFinished(() => rm(place, { recursive: true, force: true }))
    const folder = path.join(place, 'program')
    const output = path.join(place, 'out')
    await mkdir(path.join(folder, 'resources/command-line'), { recursive: true })
    await mkdir(output)
    await writeFile(path.join(folder, 'chrome-sandbox'), '', { mode: 0o755 })
    await writeFile(path.join(folder, 'resources/command-line/parolo'), '#!/bin/sh\n', { mode: 0o755 })
    await symlink('resources/command-line/parolo', path.join(folder, 'parolo'))
    const made = makeLinuxPackages({ folder, output, version: '0.1.0', time: new Date(0) }, () => undefined)
    const deb = made.find((file) => file.endsWith('.deb')) ?? ''
    const { stdout } = spawnSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' })
    for (const line of [
      './opt/parolo/parolo -> resources/command-line/parolo',
      './usr/bin/parolo -> /opt/parolo/resources/command-line/parolo',
      './usr/share/doc/parolo/copyright',
      './usr/share/icons/hicolor/16x16/apps/parolo.png',
      './usr/share/icons/hicolor/512x512/apps/parolo.png',
    ])
      expect(stdout).toMatch(new RegExp(`${line.replaceAll('.', '\\.')}$`, 'mu'))
    expect(stdout).toMatch(/^-rwsr-xr-x root\/root .*chrome-sandbox$/mu)
  })
})
