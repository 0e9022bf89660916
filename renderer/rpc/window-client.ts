import type { WindowBridge } from '#contracts/window-bridge'
import type { ProgramLanguage } from '#core/messages/messages'
import { createCallChannel } from './call-channel.ts'
import type { StudioClient } from './studio-client.ts'

/** The studio beside the program's own window; the bridge is there as long as the window is. */
export function createWindowClient(
  bridge: Pick<WindowBridge, 'send' | 'onMessage'>,
  language: () => ProgramLanguage,
): StudioClient {
  const channel = createCallChannel({ language, send: (message) => bridge.send(message) })
  bridge.onMessage((message) => channel.receive(message))
  channel.opened()
  return channel.client
}
