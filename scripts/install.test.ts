import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeProject } from './testing/made-project.ts'

const canRun = process.platform === 'linux' && process.arch === 'x64'
const WITHOUT = canRun ? '' : ' (left out: the stand-in for Node is a shell script)'
const PAST = new Date(Date.now() - 60_000)

/** A clone whose packages are in `packages`, older or newer than its lock file, and a substitute for npm. */
function project(packages: string, isOutdated: boolean) {
  const root = makeProject({ node: '#!/bin/sh\necho started\n', packages })
  utimesSync(
    path.join(root, isOutdated ? packages : '', isOutdated ? '.package-lock.json' : 'package-lock.json'),
    PAST,
    PAST,
  )
  const npm = path.join(root, 'npm.cjs')
  const installed = path.join(root, 'installed')
  writeFileSync(
    npm,
    `const words = process.argv.slice(2).join(' ')
if (words === '--version') console.log('9.2.0')
else require('node:fs').writeFileSync(${JSON.stringify(installed)}, words)`,
  )
  const run = (language: string, npmVersion = '10.8.2') => {
    const agent =
      npmVersion === '' ? {} : { npm_config_user_agent: `npm/${npmVersion} node/v20.19.2 linux x64` }
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts', 'run.mjs')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: language, npm_execpath: npm, ...agent },
    })
    const asked = existsSync(installed) ? readFileSync(installed, 'utf8') : null
    return { status, stdout, stderr, asked }
  }
  return { root, run, link: () => symlinkSync(path.join(root, packages), path.join(root, 'node_modules')) }
}

it.runIf(canRun)(`installs into a folder of its own that is older than the lock file${WITHOUT}`, () => {
  const { run } = project('node_modules', true)
  expect(run('C')).toEqual({
    status: 0,
    stdout: 'started\n',
    stderr: expect.stringMatching(/^Installing the components of Parolo/u) as string,
    asked: 'ci',
  })
})

it.runIf(canRun)(`installs with a newer npm where the system's cannot read the lock file${WITHOUT}`, () => {
  const asked = (version: string) => project('node_modules', true).run('C', version).asked
  const newer = 'exec --yes --package=npm@10.9.4 -- npm ci'
  // Debian 13 has Node 20 with npm 9.2; without an agent, npm is asked for its version.
  expect(['9.2.0', '8.19.4', ''].map(asked)).toEqual([newer, newer, newer])
  expect(['9.6.4', '10.8.2', '11.0.0'].map(asked)).toEqual(['ci', 'ci', 'ci'])
})

it.runIf(canRun)(`never installs into a folder that is a link, and says what to do${WITHOUT}`, () => {
  const { root, run, link } = project('../shared packages', true)
  link()
  const refused = { status: 1, stdout: '', asked: null }
  const english = run('C')
  expect(english).toMatchObject(refused)
  expect(english.stderr).toBe(
    [
      `The folder node_modules is a link to ${path.join(root, '../shared packages')}, whose packages are not those`,
      'that this version of Parolo needs. Parolo does not install into a folder that other programs may use.',
      'Remove the link (not its target) and start again, or run npm ci in the project that the folder belongs to.\n',
    ].join(' '),
  )
  const french = run('fr_FR.UTF-8')
  expect(french).toMatchObject(refused)
  expect(french.stderr).toMatch(/^Le dossier node_modules est un lien vers .*\n$/u)
})

it.runIf(canRun)(`starts with the packages behind a link that are new enough${WITHOUT}`, () => {
  const { run, link } = project('../shared packages', false)
  link()
  expect(run('C')).toEqual({ status: 0, stdout: 'started\n', stderr: '', asked: null })
})
