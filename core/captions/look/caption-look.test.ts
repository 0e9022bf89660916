import { describe, expect, it } from 'vitest'
import { presets } from '../presets/presets.ts'
import { captionLook, PHONE_BOTTOM_PERCENT } from './caption-look.ts'
import { textWidth } from './text-width.ts'

const wide = { width: 1_920, height: 1_080 }
const tall = { width: 1_080, height: 1_920 }
const square = { width: 1_080, height: 1_080 }
const netflix = presets.netflix.rulesFor('en')
const vertical = presets.vertical.rulesFor('en')

describe('the look of captions', () => {
  it('is the same for pictures of one shape, whatever their size', () => {
    expect(captionLook({ width: 1_280, height: 720 }, netflix, 'en')).toEqual(
      captionLook(wide, netflix, 'en'),
    )
  })

  it('has lines of 8 % of the height of 16:9, above 8 % of it', () => {
    const look = captionLook(wide, netflix, 'en')
    expect(look.lineHeight).toBeCloseTo(0.08, 2)
    expect(look.bottom).toBe(0.08)
  })

  it('has letters that let a line of the rules into the picture, but never too small ones', () => {
    const line = 'They come with the toaster, and they stay'
    expect(textWidth(line)).toBeLessThan(captionLook(wide, netflix, 'en').widestEm)
    expect(textWidth(line)).toBeLessThan(captionLook(square, netflix, 'en').widestEm)
    expect(textWidth('They come with the toast')).toBeLessThan(captionLook(tall, vertical, 'en').widestEm)
    const small = captionLook(tall, netflix, 'en')
    expect(small.fontSize).toBeLessThan(captionLook(tall, vertical, 'en').fontSize)
    expect((small.fontSize * tall.height) / tall.width).toBeCloseTo(0.04, 5)
    const endless = { ...netflix, maxCharactersPerLine: 1_000 }
    expect(captionLook(tall, endless, 'en')).toEqual(small)
  })

  it('counts characters of Chinese, Japanese and Korean as squares', () => {
    const look = captionLook(tall, presets.netflix.rulesFor('zh'), 'zh')
    expect(look.widestEm).toBeGreaterThanOrEqual(16)
  })

  it('has the bottom margin of the rules', () => {
    const rules = { ...vertical, bottomMarginPercent: PHONE_BOTTOM_PERCENT }
    expect(captionLook(tall, rules, 'en').bottom).toBe(0.26)
  })
})
