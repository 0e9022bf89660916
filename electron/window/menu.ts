import { Menu } from 'electron'
import type { MenuState } from '#contracts/window-bridge'
import { type MenuCommands, menuTemplate } from './menu-template.ts'
import { withMnemonics } from './mnemonics.ts'

/** Sets the menu in the user's language. */
export function setMenu(state: MenuState, commands: MenuCommands): void {
  const template = menuTemplate(state, commands, process.platform)
  const shown = process.platform === 'darwin' ? template : withMnemonics(template)
  Menu.setApplicationMenu(Menu.buildFromTemplate(shown))
}
