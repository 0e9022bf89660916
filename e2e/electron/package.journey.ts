import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fixturePath } from '../support/libraries.ts'
import { studioPage } from '../support/studio-page.ts'
import { dropFiles } from './drop-files.ts'
import { programFolder } from './program.ts'
import { expect, test } from './test.ts'
import { canTrace, trace } from './trace.ts'
import { showFormat } from '../support/exported-files.ts'

test('the packaged program works far from its sources: a file dropped in, its text out (needs PAROLO_ELECTRON, Linux and strace)', async ({
  home,
  start,
}) => {
  test.skip(process.platform !== 'linux' || !canTrace, 'not Linux, or strace may not trace')
  // The other journeys use the build, so it is not rebuilt while they run.
  await promisify(execFile)(process.execPath, [
    path.join(programFolder, 'scripts/package.mjs'),
    '--built',
    '--unpacked',
    '--debuggable',
  ])
  const place = path.join(home.folder, 'Moved Parolo')
  const made = path.join(programFolder, 'out/package/linux-unpacked')
  await move(made, place)

  // Its licenses are next to it.
  const licences = await readdir(path.join(place, 'licences'))
  expect(licences.toSorted()).toEqual([
    'Charis SIL.txt',
    'Gentium Book Plus.txt',
    'Inter.txt',
    'NOTICE.txt',
    'Node.txt',
    'Parolo Captions.txt',
    'Parolo.txt',
    'packages.txt',
    'page.md',
    'sbom.cdx.json',
  ])
  const notices = await readFile(path.join(place, 'licences/packages.txt'), 'utf8')
  for (const name of ['better-sqlite3', 'sherpa-onnx-node', 'react', '@codemirror/view'])
    expect(notices).toMatch(new RegExp(`^${name} \\d+[.]`, 'mu'))
  expect(await readFile(path.join(place, 'licences/Parolo.txt'), 'utf8')).toMatch(/AFFERO GENERAL PUBLIC/u)
  expect(await readFile(path.join(place, 'licences/page.md'), 'utf8')).toMatch(/## react - /u)

  await expectCommandLine(place, home.folder)

  const traced = await trace('file', path.join(place, 'parolo-window'), home.folder)
  const file = path.join(home.folder, 'two voices.opus')
  await copyFile(fixturePath('two-voices-8s-en.opus'), file)
  const program = await start({
    executablePath: traced.executablePath,
    cwd: home.folder,
    // The compile cache of the tests is inside the sources.
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
  })
  const { page } = program
  const studio = studioPage(page)
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await dropFiles(page, [file])
  await page
    .getByRole('dialog', { name: 'Transcribe this recording' })
    .getByRole('button', { name: 'Transcribe' })
    .click()
  await page.getByRole('main').getByRole('link', { name: 'two voices' }).click()
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
  await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 150_000 })
  const texts = await studio.texts()
  expect(texts.join(' ').split(' ').length).toBeGreaterThan(10)
  await program.dialogs.saveAs(path.join(home.folder, 'two voices.txt'))
  await page.keyboard.press('Control+e')
  const exporting = page.getByRole('dialog', { name: /^Export/u })
  await showFormat(exporting, 'Text')
  await exporting.getByRole('button', { name: 'Save as…' }).click()
  await expect(exporting).toBeHidden()
  const written = await readFile(path.join(home.folder, 'two voices.txt'), 'utf8')
  for (const text of texts) expect(written).toContain(text)

  // Sample and models are included.
  await program.chooseMenu('Settings')
  await expect(page.getByText('Whisper base', { exact: true })).toBeVisible()
  await program.chooseMenu('Recordings')
  expect(await program.quit()).toBe(0)
  const opened = (await traced.calls()).filter((call) => /^open(?:at)?\(|^execve\(/u.test(call))
  expect(
    opened.some((call) => call.includes(`"${place}/resources/app.asar.unpacked/resources/models/`)),
  ).toBe(true)
  expect(opened.filter((call) => call.includes(`"${programFolder}`))).toEqual([])
})

/** The package's command line, without a display: text output, and the page served. */
async function expectCommandLine(place: string, folder: string): Promise<void> {
  const command = path.join(place, 'resources/command-line/parolo')
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
  const env = { ...environment, PAROLO_HOME: path.join(folder, 'of the command line') }
  const run = async (...words: string[]) =>
    (await promisify(execFile)(command, words, { cwd: folder, env })).stdout
  const { version } = JSON.parse(await readFile(path.join(programFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  expect(await run('--version')).toBe(`${version}\n`)
  const sound = path.join(folder, 'by command.opus')
  await copyFile(fixturePath('two-voices-8s-en.opus'), sound)
  await run('transcribe', 'by command.opus', '--language', 'en', '--format', 'srt')
  expect(await readFile(path.join(folder, 'by command.srt'), 'utf8')).toMatch(/bicycle pump/u)
  const host = spawn(command, ['serve'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [address] = (await once(host.stdout, 'data')) as [Buffer]
    const page = await fetch(address.toString().trim(), { redirect: 'manual' })
    expect([200, 302, 303]).toContain(page.status)
  } finally {
    host.kill('SIGKILL')
  }
}

/** Hard links avoid copying 500 MB, if the disk is the same. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(from, to, { recursive: true })
    await rm(from, { recursive: true })
  }
}
