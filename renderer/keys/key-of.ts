/** The properties of a keyboard event that determine its key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> & {
  getModifierState?(name: string): boolean
}

export const isMac = /Mac|iPhone|iPad/u.test(typeof navigator === 'undefined' ? '' : navigator.platform)

/**
 * An event's key in normalized form: `Mod+Shift+S`, `Alt+ArrowUp`, `F13`, `?`. `Mod` is Ctrl, on a Mac Cmd. Respects
 * keyboard layouts: a letter is the one printed on the key; a digit with Ctrl or Alt is the one in its row (on French
 * keyboards it needs Shift); a symbol does not include the Shift that some layouts need for it. Null for a modifier
 * alone, for a dead key and for AltGr input.
 */
export function keyOf(event: KeyPress, mac: boolean = isMac): string | null {
  const { code } = event
  const key = undead(event, mac)
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(key))
    return null
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  const printed = isOneSign(key)
  if (printed && event.getModifierState?.('AltGraph') && !mac) return null
  const held = mod || other || event.altKey
  const name = printed ? nameOf(key, code, held, event.altKey) : key
  const shift = event.shiftKey && !(printed && !/^[A-Z0-9]$/u.test(name) && name !== 'Space')
  return [
    ...(mod ? ['Mod'] : []),
    ...(other ? [mac ? 'Ctrl' : 'Meta'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    name,
  ].join('+')
}

/** On a Mac, Option with some letters types an accent (Option I), but an action may use such a key. */
function undead({ key, code, altKey }: KeyPress, mac: boolean): string {
  const letter = mac && altKey && key === 'Dead' ? /^Key([A-Z])$/u.exec(code)?.[1] : undefined
  return letter?.toLowerCase() ?? key
}

function nameOf(key: string, code: string, held: boolean, alt: boolean): string {
  if (key === ' ' || code === 'Space') return 'Space'
  const digit = /^Digit(\d)$/u.exec(code)?.[1]
  if (held && digit !== undefined) return digit
  const letter = /^Key([A-Z])$/u.exec(code)?.[1]
  // Alt types other characters on a Mac, and other alphabets have no Latin letter.
  if (held && letter !== undefined && (alt ? !/^[a-z]$/iu.test(key) : key.charCodeAt(0) > 127)) return letter
  return key.toUpperCase()
}

/**
 * The digit of a key, from 0 to 9; null for another key, or with other keys held. On French keyboards the row of digits
 * counts without Shift too (`é` is 2): only where nothing is typed.
 */
export function digitOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): number | null {
  if (altKey || ctrlKey || metaKey) return null
  if (/^\d$/u.test(key)) return Number(key)
  const inRow = shiftKey ? undefined : /^Digit(\d)$/u.exec(code)?.[1]
  return inRow === undefined ? null : Number(inRow)
}

/** Whether the event would type into its target. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'range', 'button', 'submit', 'file', 'color'].includes(target.type)
  )
}

/** Controls that respond to the space bar, or that have keys of their own. */
const controls =
  'a[href], button, input, select, textarea, summary, audio[controls], video[controls], ' +
  '[role="button"], [role="checkbox"], [role="combobox"], [role="link"], [role="menuitem"], [role="option"], ' +
  '[role="radio"], [role="searchbox"], [role="switch"], [role="tab"], [role="textbox"]'

/** Whether the space bar belongs to the target: a text field or a control. */
export function takesSpace(target: EventTarget | null): boolean {
  return isTextTarget(target) || (target instanceof Element && target.closest(controls) !== null)
}

/** Whether a key types a character, so that it triggers an action only while no text has the focus. */
export function writesText(key: string): boolean {
  const bare = key.replace(/^Shift\+/u, '')
  return bare === 'Space' || isOneSign(bare)
}

/** True for a single code point: named keys (`Enter`) have more. */
function isOneSign(key: string): boolean {
  return /^.$/u.test(key)
}
