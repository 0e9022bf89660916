import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { conversation, paragraph, saidWords } from '../core/edits/testing/samples.ts'
import { json } from '../core/formats/json.ts'
import { dropFiles } from './support/give-files.ts'
import { axeFindings } from './support/accessible.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })
const looks = [
  ['en-light-1440', 'en-GB', 'light', 1440, 900],
  ['en-dark-1440', 'en-GB', 'dark', 1440, 900],
  ['fr-light-800', 'fr-FR', 'light', 800, 600],
  ['fr-dark-800', 'fr-FR', 'dark', 800, 600],
] as const
const said = [
  'Um, so we asked Kondo about it, and he came at ten thirty on the third of May.',
  'Then Kondo said that fifty percent of them had left',
  'We thanked Kondo for it.',
]
const report =
  '# Garden committee\n\nPresent: Ada Okonjo, Jean-Baptiste Lemoine, Priya Raghunathan (RHS).\n\nAda Okonjo said that the WHO and UNESCO had written. Mr Lemoine will call Zürcher Gartenbau in Oerlikon. Priya Raghunathan has the Parolo file. Ada Okonjo closes.\n'

for (const [name, locale, colorScheme, width, height] of looks) {
  test(`pictures ${name}`, async ({ browser, host, folder }) => {
    test.setTimeout(300_000)
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const isNarrow = width < 900
    const problems: string[] = []
    const shot = async (what: string): Promise<void> => {
      await page.waitForTimeout(350)
      await page.screenshot({ path: `/tmp/rest22-scratch/pics/${what}-${name}.png` })
      for (const finding of await axeFindings(page)) problems.push(`${what}: ${finding}`)
    }
    const step = async (what: string, run: () => Promise<void>): Promise<void> => {
      try {
        await run()
        await shot(what)
      } catch (error) {
        problems.push(`${what}: FAILED ${String(error).slice(0, 300)}`)
        await page.screenshot({ path: `/tmp/rest22-scratch/pics/failed-${what}-${name}.png` })
      }
    }
    const go = async (hash: string): Promise<void> => {
      await page.evaluate((next) => history.replaceState(null, '', next), `#${hash}`)
      await page.reload()
    }
    const panel = async (): Promise<void> => {
      const button = page.getByRole('button', { name: /^(?:Panel|Volet|Panneau)/u })
      if (isNarrow && (await button.isVisible())) await button.click()
    }
    await page.goto(host.address)
    const href = await page.locator('a[href*="#/recording/"]').first().getAttribute('href')
    const sample = /#(\/recording\/[^?]+)/u.exec(href ?? '')?.[1] ?? ''

    await step('glossary-settings', async () => {
      await go('/settings/glossary')
      await page
        .getByRole('textbox')
        .first()
        .fill('Okonjo = kondo\nParolo = par oh low, parallel o\n= nothing\nUNESCO\n?!')
    })
    const file = path.join(folder, 'meeting.parolo.json')
    const transcript = {
      ...conversation([]),
      paragraphs: said.map((text, index) =>
        paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 12_000)),
      ),
    }
    const recording = {
      title: 'The village meeting',
      fileName: 'meeting.opus',
      durationMs: 60_000,
      sha256: 'ab'.repeat(32),
    }
    await writeFile(file, json.write?.({ recording, transcript }, { speakerLabel: String }).text ?? '')
    await go('/')
    await dropFiles(page, [file])
    await expect(page).toHaveURL(/#\/recording\//u)
    const meeting = new URL(page.url()).hash.slice(1).split('?')[0] ?? ''
    const menu = async (item: RegExp): Promise<void> => {
      await go('/')
      const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'conversation-en' })
      await row.getByRole('button').last().click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await step('glossary-recording', async () => {
      await menu(/Names and terms|Noms et termes/u)
      await page.getByRole('dialog').getByRole('textbox').fill('Okonjo = kondo\nParolo')
    })
    await step('glossary-document', async () => {
      const doc = path.join(folder, 'Minutes of October.md')
      await writeFile(doc, report)
      await page.locator('input[type=file]').last().setInputFiles(doc)
      await expect(page.getByRole('checkbox').first()).toBeVisible()
      await page.getByRole('checkbox').nth(1).dispatchEvent('click')
    })
    await step('job-terms', async () => {
      await menu(/Transcribe again|Transcrire à nouveau|Retranscrire|nouveau/u)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Names and terms|noms et/iu })
        .click()
      await page.getByRole('dialog').getByRole('textbox').last().fill('Okonjo = kondo\nParolo')
    })
    await step('job-terms-document', async () => {
      await page.locator('input[type=file]').last().setInputFiles(path.join(folder, 'Minutes of October.md'))
      await expect(page.getByRole('checkbox', { name: /Okonjo/u })).toBeVisible()
    })
    const open = async (where: string): Promise<void> => {
      await go(where)
      await expect(page.locator('.cm-line').first()).toHaveText(/\w/u)
      await page
        .locator('.cm-line')
        .nth(1)
        .click({ position: { x: 4, y: 10 } })
      await page.keyboard.press('Home')
    }
    await step('correct-others', async () => {
      await open(meeting)
      const line = page.locator('.cm-line').nth(2)
      await line.click({ position: { x: 4, y: 10 } })
      await page.keyboard.press('Home')
      for (let index = 0; index < 2; index += 1) await page.keyboard.press('Control+ArrowRight')
      await page.keyboard.press('Control+Shift+ArrowRight')
      await page.keyboard.type('Okonjo ')
      await page.keyboard.press('Control+ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('button', { name: /Correct|Corriger/u }).first()).toBeVisible()
    })
    await step('correct-others-done', async () => {
      await page.keyboard.press('Alt+g')
      await expect(page.locator('.cm-line').filter({ hasText: 'Okonjo' })).toHaveCount(3)
    })
    await step('check-offer', async () => {
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
      await page.keyboard.press('F8')
      await page.waitForTimeout(800)
    })
    await step('details-switches', async () => {
      await open(meeting)
      await panel()
      await page.getByRole('tab').last().click()
      for (const name of [/^(?:Hide fillers|Masquer les)/u, /^(?:Write numbers|Écrire les nombres)/u]) {
        const one = page.getByRole('tabpanel').getByRole('switch', { name })
        if (!(await one.isChecked())) await one.dispatchEvent('click')
      }
    })
    await step('text-numbers', async () => {
      await page.keyboard.press('Escape')
      await page
        .locator('.cm-line')
        .first()
        .click({ position: { x: 4, y: 10 } })
    })
    await step('reading-numbers', async () => {
      await panel()
      await page.getByRole('tab').last().click()
      await page.getByRole('button', { name: /reading view|lecture/iu }).click()
    })
    await step('captions-numbers', async () => {
      await open(meeting)
      await page.keyboard.press('Control+2')
      await expect(page.locator('[data-cue]').first()).toBeVisible()
    })
    await step('export-numbers', async () => {
      await open(meeting)
      await page.keyboard.press('Control+e')
      await expect(page.getByRole('dialog')).toBeVisible()
    })
    await step('review-nothing', async () => {
      await open(sample)
      await page.keyboard.press('Alt+w')
      await page.waitForTimeout(1500)
    })
    await step('details-sample', async () => {
      await open(sample)
      await panel()
      await page.getByRole('tab').last().click()
    })
    await step('review-questions', async () => {
      const more = page.getByRole('button', { name: /^(?:Increase|Augmenter)/u })
      await more.click()
      await more.click()
      await page.waitForTimeout(6000)
      await open(sample)
      await page.keyboard.press('Alt+w')
      await page.waitForTimeout(1500)
    })
    await step('review-turns', async () => {
      for (let answers = 0; answers < 6; answers += 1) {
        const label = (await page.locator('li[aria-current="true"]').getAttribute('aria-label')) ?? ''
        if (!/One person or two|Une personne ou deux/u.test(label)) break
        await page.keyboard.press('2')
        await page.waitForTimeout(500)
      }
    })
    await step('speaker-unsure', async () => {
      await open(sample)
      await page.keyboard.press('F8')
      await page.waitForTimeout(800)
    })
    await step('speaking-panel', async () => {
      await open(sample)
      await panel()
      await page.getByRole('tab').first().click()
    })
    await step('run-again', async () => {
      await open(sample)
      await page.keyboard.press('Alt+s')
      await expect(page.getByRole('dialog')).toBeVisible()
    })
    await step('opinion-panel', async () => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /Spoken language|Langue parlée/u }).click()
      await page.getByRole('option', { name: /^(?:French|Français|français)/u }).click()
      await dialog.getByRole('button').last().click()
      await expect(page.locator('li[aria-current="true"]').first()).toBeVisible({ timeout: 60_000 })
    })
    await step('opinion-settled', async () => {
      await page.keyboard.press('Enter')
      await page.waitForTimeout(300)
      await page.keyboard.press('Delete')
    })
    await step('opinion-all', async () => {
      await page.getByRole('button', { name: /^(?:Accept all|Tout accepter|Accepter tout)/u }).click()
    })
    await step('details-opinions', async () => {
      await open(sample)
      await panel()
      await page.getByRole('tab').last().click()
      await page.waitForTimeout(500)
    })
    await writeFile(`/tmp/rest22-scratch/pics/problems-${name}.txt`, problems.join('\n'))
    await context.close()
  })
}
