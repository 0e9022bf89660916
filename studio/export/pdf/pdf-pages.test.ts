import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Line } from './pdf-lines.ts'
import { type Block, pagesOf } from './pdf-pages.ts'

const HEIGHT = 100

const block = (count: number, more: Partial<Block> = {}): Block => ({
  tag: 'P',
  lines: Array.from({ length: count }, (): Line => ({ parts: [], width: 0 })),
  lineHeight: 10,
  spaceBefore: 5,
  ...more,
})
const blocks = fc.array(
  fc.record({ count: fc.integer({ min: 1, max: 40 }), keepsNext: fc.boolean(), startsPage: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
)

it('places every line once and in order, inside the page, and no line alone', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const all = given.map(({ count, keepsNext, startsPage }) =>
        keepsNext ? block(1, { keepsNext, startsPage }) : block(count, { startsPage }),
      )
      const pages = pagesOf(all, HEIGHT)
      expect(pages.flat().map(({ line }) => line)).toEqual(all.flatMap(({ lines }) => lines))
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        for (const [index, { y, block: own }] of page.entries()) {
          expect(y + own.lineHeight).toBeLessThanOrEqual(HEIGHT)
          if (index > 0) expect(y).toBeGreaterThanOrEqual((page[index - 1]?.y ?? 0) + own.lineHeight)
        }
        const [first] = page
        if (first !== undefined && !first.isFirst) {
          expect(page.filter(({ block: own }) => own === first.block).length).toBeGreaterThan(1)
        }
      }
    }),
  )
})

it('keeps a name with the text below it', () => {
  const pages = pagesOf([block(8, { spaceBefore: 0 }), block(1, { keepsNext: true }), block(4)], HEIGHT)
  expect(pages.map((page) => page.length)).toEqual([8, 5])
})
