import { Menu } from 'electron'
import type { MenuAction, MenuState } from '#contracts/window-bridge'
import { menuTemplate } from './menu-template.ts'

/** Puts the menu in the person's language. */
export function setMenu(state: MenuState, act: (action: MenuAction) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, act, process.platform)))
}
