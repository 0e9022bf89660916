import type { MenuItemConstructorOptions } from 'electron'
import type { RecorderCommand, RecorderView } from '#contracts/recorder-view'
import { type MessageKey, type ProgramLanguage, say } from '#core/messages/messages'

export interface TrayCommands {
  readonly command: (command: RecorderCommand) => void
  readonly record: () => void
  readonly smallWindow: () => void
  readonly quit: () => void
}

/** The menu of the tray icon. */
export function trayTemplate(
  view: RecorderView | null,
  language: ProgramLanguage,
  { command, record, smallWindow, quit }: TrayCommands,
): MenuItemConstructorOptions[] {
  const item = (key: MessageKey, click: () => void, enabled = true): MenuItemConstructorOptions => ({
    label: say(language, key),
    click,
    enabled,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const isOn = view !== null && !view.isStopping
  const recording =
    view === null
      ? [item('menu.record', record)]
      : [
          { label: trayTitle(view), enabled: false },
          item(view.isPaused ? 'rec.resume' : 'rec.pause', () => command('turn'), isOn),
          item('rec.moment', () => command('moment'), isOn),
          item('rec.stop', () => command('stop'), isOn),
          item('strip.small', smallWindow),
        ]
  return [
    ...recording,
    separator,
    item('tray.show', () => command('show')),
    separator,
    item('menu.quit', quit),
  ]
}

/** `Garden committee, recording`: without the time, as an open menu is not updated. */
export function trayTitle({ title, isPaused, language }: RecorderView): string {
  return say(language, isPaused ? 'tray.paused' : 'tray.recording', { title })
}
