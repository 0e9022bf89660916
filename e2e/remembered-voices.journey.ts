import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { axeFindings } from './support/accessible.ts'
import { parolo, samplePath } from './support/libraries.ts'
import { storedTranscript } from './support/stored-transcript.ts'
import { openText, studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const first = 'conversation-en'
const second = 'another-room'

test('a named voice is remembered when asked, offered in another recording, heard, accepted by a key, and forgotten', async ({
  visit,
  folder,
  dataFolder,
}) => {
  const page = await visit()
  await makeSecond(folder, dataFolder)

  await test.step('a name alone is remembered by nobody', async () => {
    const studio = await openText(page, first)
    await nameVoice(page, 'Speaker 1', 'Anna')
    await expect.poll(async () => (await studio.speakers())[0]).toBe('Anna')
    await studio.saved()
    expect(JSON.parse(await voices(dataFolder))).toEqual([])
  })

  await test.step('asked for, it says what is kept, and keeps it', async () => {
    await page.getByRole('tab', { name: 'Voices' }).click()
    await page.getByRole('button', { name: 'Remember… the voice of Anna' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remember the voice of Anna?' })
    await expect(dialog).toContainText('Ask Anna first.')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Remember' }).press('Enter')
    await expect(page.getByRole('tabpanel').getByText('Remembered')).toBeVisible()
    await expect(page.getByText(/^The voice of Anna is remembered, from \d+ s of speech\.$/u)).toBeVisible()
    expect(JSON.parse(await voices(dataFolder))).toMatchObject([
      { name: 'Anna', parts: [{ title: first, isComparable: true }] },
    ])
  })

  await test.step('another recording offers it beside the text; nothing is named by itself', async () => {
    await page.goto(page.url().replace(/#.*$/u, '#/'))
    const studio = await openText(page, second)
    await page.getByRole('tab', { name: 'Voices' }).click()
    await expect(page.getByText(`Sounds like Anna in “${first}”.`)).toBeVisible()
    await expect(page.getByRole('group', { name: /^Speaker 2 could be/u })).toHaveCount(0)
    expect(new Set(await studio.speakers())).toEqual(new Set(['Speaker 1', 'Speaker 2']))
  })

  await test.step('both are heard by Tab, and Enter gives the name', async () => {
    const studio = studioPage(page)
    const offer = page.getByRole('group', { name: 'Speaker 1 could be Anna' })
    await offer.focus()
    expect(await axeFindings(page)).toEqual([])
    const played = await watchPlaying(page)
    await page.keyboard.press('Tab')
    await expect.poll(played).toEqual([expect.stringMatching(/^\/media\/[^/]+\/sound at \d/u)])
    // Once the remembered voice ends, the one here follows.
    await expect(page.getByRole('button', { name: /^Pause/u })).toBeVisible({ timeout: 30_000 })
    const [then, here] = await played()
    expect(then?.split(' at ')[0]).not.toBe(here?.split(' at ')[0])
    await expect(offer).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await studio.speakers())[0]).toBe('Anna')
    await expect(page.getByRole('tabpanel').getByRole('button', { name: 'Anna', exact: true })).toBeFocused()
    await studio.saved()
    const { speakers } = await storedTranscript(dataFolder, second)
    expect(speakers.map(({ name }) => name)).toEqual(['Anna', null])
  })

  await test.step('forgotten in the settings, nobody is offered any more', async () => {
    await page.goto(page.url().replace(/#.*$/u, '#/settings/voices'))
    const item = page.getByRole('listitem').filter({ hasText: 'Anna' }).first()
    await expect(item).toContainText(first)
    await item.getByRole('button', { name: 'Forget the voice of Anna' }).press('Enter')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).press('Enter')
    await expect(page.getByText(/^No voice is remembered\./u)).toBeVisible()
    expect(JSON.parse(await voices(dataFolder))).toEqual([])
  })
})

const voices = (dataFolder: string): Promise<string> => parolo(dataFolder, ['voices', 'list', '--json'])

/** The same two voices in a room with an echo, transcribed with the command line. */
async function makeSecond(folder: string, dataFolder: string): Promise<void> {
  const file = path.join(folder, `${second}.flac`)
  const filter = 'aecho=0.8:0.6:23:0.25,volume=0.7'
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-i', samplePath, '-af', filter, file])
  await parolo(dataFolder, [
    'transcribe',
    file,
    '--quick',
    '--speakers',
    '2',
    '--out',
    folder,
    '--progress',
    'none',
  ])
}

/** Records what is played from now on: a URL without its host, and the start second. */
async function watchPlaying(page: Page): Promise<() => Promise<string[]>> {
  const list = await page.evaluateHandle(() => {
    const played: string[] = []
    const media = HTMLMediaElement.prototype
    const play = Reflect.get<HTMLMediaElement, 'play'>(media, 'play')
    media.play = new Proxy(play, {
      apply: (_play, element: HTMLMediaElement) => {
        played.push(`${new URL(element.src).pathname} at ${element.currentTime}`)
        return Reflect.apply(play, element, [])
      },
    })
    return played
  })
  return () => list.evaluate((played) => [...played])
}

async function nameVoice(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('tab', { name: 'Voices' }).click()
  await page.getByRole('tabpanel').getByRole('button', { name: from, exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(to)
  await page.keyboard.press('Enter')
}
