import { Menu } from 'electron'
import type { MenuState } from '#contracts/window-bridge'
import { type MenuCommands, menuTemplate } from './menu-template.ts'

/** Sets the menu in the user's language. */
export function setMenu(state: MenuState, commands: MenuCommands): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, commands, process.platform)))
}
