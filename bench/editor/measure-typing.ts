import path from 'node:path'
import type { Page } from 'playwright'
import { build } from 'vite'
import { projectRoot } from '../project-root.ts'
import { met } from '../report/table.ts'
import { median, p95 } from './statistics.ts'

/** Ms from a key to its letter drawn, all typed in turns of one run, so that other work on the machine meets all. */
export interface TypingFigures {
  readonly key: readonly number[]
  /** In an empty contenteditable in the same page. */
  readonly emptyKey: readonly number[]
  /** In a CodeMirror with nothing of ours and the same text. */
  readonly bareKey: readonly number[]
}

const KEYS = 60
const KEY_EVERY_MS = 90
const TURNS = 4
const LETTERS = 'what was said is written down here '

/** `page`: with a recording's text open, its probes installed. `lines`: the text that the bare editor gets. */
export async function measureTyping(page: Page, lines: readonly string[]): Promise<TypingFigures> {
  const figures = { key: [] as number[], emptyKey: [] as number[], bareKey: [] as number[] }
  await page.evaluate(await bareEditorScript())
  await page.locator('.cm-line').nth(3).click()
  await page.keyboard.press('End')
  // What the first keys compile is not what a key costs.
  await typeSlowly(page)
  for (let turn = 0; turn < TURNS; turn += 1) {
    figures.key.push(...(await keysInText(page)))
    figures.emptyKey.push(...(await keysInEmptyField(page)))
    figures.bareKey.push(...(await keysInBareEditor(page, lines)))
  }
  return figures
}

/** Rows of a table: what, measured, aim, whether it is met. */
export function typingRows({ key, emptyKey, bareKey }: TypingFigures): string[][] {
  const ratio = p95(key) / p95(emptyKey)
  return [
    ['key, median / p95', `${summary(key)} ms`, '', ''],
    ['key in an empty field, median / p95', `${summary(emptyKey)} ms`, '', ''],
    ['key in a bare CodeMirror with the same text, median / p95', `${summary(bareKey)} ms`, '', ''],
    ['key p95 against the empty field', `${ratio.toFixed(2)} ×`, '1.5 ×', met(ratio <= 1.5)],
    ['key median against the empty field', `${(median(key) / median(emptyKey)).toFixed(2)} ×`, '', ''],
    [
      'a bare CodeMirror p95 against the empty field',
      `${(p95(bareKey) / p95(emptyKey)).toFixed(2)} ×`,
      '',
      '',
    ],
  ]
}

export const summary = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} / ${p95(values).toFixed(1)}`

async function keysInText(page: Page): Promise<number[]> {
  await page.locator('.cm-line').nth(3).click()
  await page.keyboard.press('End')
  return typeSlowly(page)
}

async function keysInEmptyField(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.createElement('div')
    field.contentEditable = 'true'
    field.id = 'empty-field'
    field.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fff'
    document.body.append(field)
    field.focus()
  })
  const keys = await typeSlowly(page)
  await page.evaluate(() => document.querySelector('#empty-field')?.remove())
  return keys
}

async function keysInBareEditor(page: Page, lines: readonly string[]): Promise<number[]> {
  await page.evaluate((text) => window.openBareEditor(text), lines)
  await page.locator('#bare-editor .cm-line').nth(3).click()
  await page.keyboard.press('End')
  const keys = await typeSlowly(page)
  await page.evaluate(() => window.closeBareEditor())
  return keys
}

async function typeSlowly(page: Page): Promise<number[]> {
  await page.waitForTimeout(500)
  await page.evaluate(() => window.probes.takeKeys())
  for (let index = 0; index < KEYS; index += 1) {
    const letter = LETTERS.charAt(index % LETTERS.length)
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(KEY_EVERY_MS)
  }
  return page.evaluate(() => window.probes.takeKeys())
}

async function bareEditorScript(): Promise<string> {
  const outcome = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: path.join(projectRoot, 'bench', 'editor', 'bare-editor.ts'),
        formats: ['iife'],
        name: 'bareEditor',
      },
    },
  })
  const [bundle] = Array.isArray(outcome) ? outcome : [outcome]
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined
  if (chunk === undefined) throw new Error('the bare editor was not built')
  return chunk.code
}
