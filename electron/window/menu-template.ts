import type { MenuItemConstructorOptions } from 'electron'
import { type MessageKey, say } from '#core/messages/messages'
import { type ShortcutId, shortcuts } from '#core/shortcuts/shortcuts'
import type { MenuAction, MenuState } from '#contracts/window-bridge'

export interface MenuCommands {
  /** Performs an action in the page. */
  readonly act: (action: MenuAction) => void
  readonly showLog: () => void
}

/**
 * The menu in the user's language. Undo and redo are handled by the page, as their history is core's: the browser's
 * role `undo` would change only the text.
 */
export function menuTemplate(
  state: MenuState,
  { act, showLog }: MenuCommands,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const words = (key: MessageKey, values = {}) => say(state.language, key, values)
  const item = (
    key: MessageKey,
    action: MenuAction,
    accelerator?: string,
    more: MenuItemConstructorOptions = {},
  ): MenuItemConstructorOptions => ({
    label: words(key),
    click: () => act(action),
    ...(accelerator === undefined ? {} : { accelerator }),
    ...more,
  })
  const step = (key: MessageKey, name: string | null, action: MenuAction, accelerator: string) =>
    item(key, action, accelerator, {
      label: name ?? words(key),
      enabled: name !== null,
      // The page handles the keys itself, inside and outside the text.
      registerAccelerator: false,
    })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const mac: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  return [
    ...mac,
    {
      label: words('menu.file'),
      submenu: [
        item('menu.add', 'add-recordings', 'CmdOrCtrl+O'),
        item('menu.record', 'record', acceleratorOf('record'), { registerAccelerator: false }),
        item('menu.library', 'library'),
        item('menu.export', 'export', acceleratorOf('export'), {
          enabled: state.hasRecording,
          registerAccelerator: false,
        }),
        separator,
        item('menu.settings', 'settings', acceleratorOf('settings')),
        separator,
        {
          role: platform === 'darwin' ? 'close' : 'quit',
          label: words(platform === 'darwin' ? 'menu.close' : 'menu.quit'),
        },
      ],
    },
    {
      label: words('menu.edit'),
      submenu: [
        step('menu.undo', state.undo, 'undo', 'CmdOrCtrl+Z'),
        step('menu.redo', state.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut', label: words('menu.cut') },
        { role: 'copy', label: words('menu.copy') },
        { role: 'paste', label: words('menu.paste') },
        { role: 'selectAll', label: words('menu.select-all') },
        separator,
        item('menu.find', 'find', acceleratorOf('find'), {
          enabled: state.hasRecording,
          registerAccelerator: false,
        }),
        item('menu.comment', 'comment', acceleratorOf('comment'), {
          enabled: state.hasRecording,
          registerAccelerator: false,
        }),
      ],
    },
    {
      label: words('menu.view'),
      submenu: [
        { role: 'zoomIn', label: words('menu.zoom-in') },
        { role: 'zoomOut', label: words('menu.zoom-out') },
        { role: 'resetZoom', label: words('menu.zoom-reset') },
        separator,
        { role: 'togglefullscreen', label: words('menu.full-screen') },
      ],
    },
    {
      label: words('menu.help'),
      submenu: [
        item('help.title', 'help'),
        item('how.open', 'how-it-works'),
        item('menu.keys', 'keys'),
        separator,
        { label: words('menu.show-log'), click: showLog },
      ],
    },
  ]
}

/** The default key of an action, as Electron writes it: the menu does not know the user's own. */
function acceleratorOf(id: ShortcutId): string | undefined {
  return shortcuts[id].keys[0]?.replace(/^Mod\b/u, 'CmdOrCtrl')
}
