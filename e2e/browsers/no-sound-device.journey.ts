import os from 'node:os'
import path from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { test } from '../support/test.ts'
import { firefox } from './firefox.ts'
import { clickNamed, waitFor } from './other-browser.ts'

test.use({ library: 'sample' })

const OPEN_MS = 60_000

// Chromium and WebKit continue to play without a device, inaudibly.
const leftOut = firefox.missing === null ? '' : ` (left out: ${firefox.missing})`
test(`a machine without a sound device says so in Firefox${leftOut}`, async ({ host }) => {
  test.skip(firefox.missing !== null, firefox.missing ?? '')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-silent-'))
  const environment = { ...process.env, HOME: folder, PULSE_SERVER: `unix:${folder}/none` }
  const browser = await firefox.start(environment)
  try {
    await browser.open(host.address)
    await clickNamed(browser, 'main a', 'conversation-en', OPEN_MS)
    await waitFor(browser, 'the text', () => document.querySelectorAll('.cm-line').length > 5, null, OPEN_MS)
    await clickNamed(browser, 'button', 'Play')
    await waitFor(
      browser,
      'the notice',
      () => document.body.textContent?.includes('This computer has no audio output device.'),
      null,
      OPEN_MS,
    )
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
