import type { WindowBridge } from '#contracts/window-bridge'
import type { ProgramLanguage } from '#core/messages/messages'
import { createCallChannel } from './call-channel.ts'
import type { StudioClient } from './studio-client.ts'

/** The studio behind the program's own window, which reports when the studio's process has died and when it is back. */
export function createWindowClient(
  bridge: Pick<WindowBridge, 'send' | 'onMessage' | 'onStudio'>,
  language: () => ProgramLanguage,
): StudioClient {
  const channel = createCallChannel({ language, send: (message) => bridge.send(message) })
  bridge.onMessage((message) => channel.receive(message))
  bridge.onStudio((state) => (state === 'connected' ? channel.opened() : channel.lost()))
  channel.opened()
  return channel.client
}
