import type { StyledText } from './pdf-lines.ts'

const ink = '#202124'
const quiet = '#5F6368'
/** Typefaces, sizes and colors for each kind of text. */
export const looks = {
  title: { face: 'bold', size: 20, color: ink },
  heading: { face: 'bold', size: 13, color: ink },
  facts: { face: 'regular', size: 9, color: quiet },
  name: { face: 'bold', size: 11, color: ink },
  time: { face: 'regular', size: 9, color: quiet },
  speech: { face: 'regular', size: 11, color: ink },
  note: { face: 'regular', size: 11, color: ink },
  sound: { face: 'italic', size: 11, color: quiet },
} as const satisfies Readonly<Record<string, Omit<StyledText, 'text'>>>

/** Line height by size. */
export const LEADING = 1.45

/** Look of a paragraph's block; lengths in points. */
export const paragraph = (look: keyof typeof looks, spaceBefore: number) => ({
  tag: 'P' as const,
  lineHeight: looks[look].size * LEADING,
  spaceBefore,
})
