import type { ProgramLanguage } from '#core/messages/messages'
import { isMac } from './key-of.ts'

const english: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Meta: 'Win',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}
const french: Readonly<Record<string, string>> = {
  ...english,
  Escape: 'Échap',
  Shift: 'Maj',
  Enter: 'Entrée',
  Backspace: 'Retour arrière',
  Delete: 'Suppr',
  Space: 'Espace',
  PageUp: 'Page préc.',
  PageDown: 'Page suiv.',
  Home: 'Début',
  End: 'Fin',
}
const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }

/** A key as printed on keyboards: `Ctrl Maj F`, `⌘ ⇧ F`. */
export function showKey(key: string, language: ProgramLanguage, mac: boolean = isMac): string {
  const names = language === 'fr' ? french : english
  return key
    .split(/\+(?!$)/u)
    .map((part) => (mac ? macNames[part] : undefined) ?? names[part] ?? part)
    .join(' ')
}
