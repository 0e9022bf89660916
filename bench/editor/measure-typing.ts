import path from 'node:path'
import type { Page } from 'playwright'
import { build } from 'vite'
import { projectRoot } from '../project-root.ts'
import { met } from '../report/table.ts'
import { workClock, type WorkClock } from './page-work.ts'
import { median, p95 } from './statistics.ts'

/** Keys in one place; all places alternate within one run, so that other work on the machine affects all. */
export interface KeyFigures {
  /** From a key to its drawn letter, in ms on the clock. */
  readonly drawnMs: readonly number[]
  /**
   * All work of the page's main thread for a key, including after its letter, in ms of the CPU; one mean per
   * turn.
   */
  readonly workMs: readonly number[]
}

export interface TypingFigures {
  readonly text: KeyFigures
  /** In an empty contenteditable in the same page. */
  readonly empty: KeyFigures
  /** In a plain CodeMirror with the same text. */
  readonly bare: KeyFigures
}

const KEYS = 60
const KEY_EVERY_MS = 90
const TURNS = 4
const LETTERS = 'what was said is written down here '

/** `page`: with a recording's text open, its probes installed. `lines`: the text for the plain editor. */
export async function measureTyping(page: Page, lines: readonly string[]): Promise<TypingFigures> {
  const workSoFar = await workClock(page)
  await page.evaluate(await bareEditorScript())
  const places = {
    text: { drawnMs: [] as number[], workMs: [] as number[] },
    empty: { drawnMs: [] as number[], workMs: [] as number[] },
    bare: { drawnMs: [] as number[], workMs: [] as number[] },
  }
  const typeIn = async (place: keyof typeof places): Promise<void> => {
    const { drawnMs, workMs } = await typeTimed(page, workSoFar)
    places[place].drawnMs.push(...drawnMs)
    places[place].workMs.push(workMs)
  }
  await toEndOfLine(page, '')
  // The first keys compile code, which is not part of a key's cost.
  await typeSlowly(page)
  for (let turn = 0; turn < TURNS; turn += 1) {
    await toEndOfLine(page, '')
    await typeIn('text')
    await openEmptyField(page)
    await typeIn('empty')
    await page.evaluate(() => document.querySelector('#empty-field')?.remove())
    await page.evaluate((text) => window.openBareEditor(text), lines)
    await toEndOfLine(page, '#bare-editor ')
    await typeIn('bare')
    await page.evaluate(() => window.closeBareEditor())
  }
  return places
}

/** Rows of a table: what was measured, the value, the aim, and whether it is met. */
export function typingRows({ text, empty, bare }: TypingFigures): string[][] {
  const ratio = p95(text.drawnMs) / p95(empty.drawnMs)
  const bareRatio = p95(bare.drawnMs) / p95(empty.drawnMs)
  // No editor is faster than none: otherwise other programs slowed the keys down, and the ratio is
  // meaningless.
  const isDisturbed = bareRatio < 1
  const work = (figures: KeyFigures): number => median(figures.workMs)
  const workOf = (figures: KeyFigures): string =>
    `${work(figures).toFixed(1)} ms (${(work(figures) / work(empty)).toFixed(2)} ×)`
  return [
    ['key to letter, median / p95', `${summary(text.drawnMs)} ms`, '', ''],
    ['in an empty field', `${summary(empty.drawnMs)} ms`, '', ''],
    ['in a bare CodeMirror with the same text', `${summary(bare.drawnMs)} ms`, '', ''],
    [
      'p95 against the empty field',
      `${ratio.toFixed(2)} ×`,
      '1.5 ×',
      isDisturbed ? 'not to be told: the machine was busy' : met(ratio <= 1.5),
    ],
    ['p95 of a bare CodeMirror against the empty field', `${bareRatio.toFixed(2)} ×`, '', ''],
    ['work a key, also after its letter', workOf(text), '', ''],
    ['work a key in an empty field', workOf(empty), '', ''],
    ['work a key in a bare CodeMirror', workOf(bare), '', ''],
  ]
}

export const summary = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} / ${p95(values).toFixed(1)}`

export async function toEndOfLine(page: Page, within: string): Promise<void> {
  await page.locator(`${within}.cm-line`).nth(3).click()
  await page.keyboard.press('End')
}

export async function openEmptyField(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('div')
    field.contentEditable = 'true'
    field.id = 'empty-field'
    field.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fff'
    document.body.append(field)
    field.focus()
  })
}

/** Types a turn of keys at the focus; the work is the mean per key. */
export async function typeTimed(
  page: Page,
  workSoFar: WorkClock,
): Promise<{ readonly drawnMs: number[]; readonly workMs: number }> {
  await page.waitForTimeout(500)
  const before = await workSoFar()
  const drawnMs = await typeSlowly(page)
  return { drawnMs, workMs: ((await workSoFar()) - before) / KEYS }
}

async function typeSlowly(page: Page): Promise<number[]> {
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
