// oxlint-disable-next-line no-control-regex -- control characters are what is being taken out
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
const outerSpaces =
  /^[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+|[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]+$/g
const leadingSpace = /^[ \u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]/

export const withoutControls = (text: string): string => text.replace(controls, ' ')

/** A text as shown in captions: one line, single spaces, no breaking space at either end. */
export const shownText = (text: string): string =>
  withoutControls(text.toWellFormed()).replace(/ {2,}/g, ' ').replace(outerSpaces, '')

/** Whether a breaking space begins the text. */
export const beginsWithSpace = (text: string): boolean => leadingSpace.test(text)
