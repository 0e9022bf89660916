import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { MenuAction, MenuState, WindowBridge } from '#contracts/window-bridge'

const BridgeContext = createContext<WindowBridge | null>(null)

export function BridgeProvider({
  bridge,
  children,
}: {
  readonly bridge: WindowBridge | null
  readonly children: ReactNode
}) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>
}

export type MenuHandlers = Readonly<Partial<Record<MenuAction, () => void>>>

/** Answers items of the window's menu as long as this is mounted; nothing in a browser. */
export function useMenuActions(handlers: MenuHandlers): void {
  const bridge = useContext(BridgeContext)
  const current = useRef(handlers)
  useEffect(() => {
    current.current = handlers
  })
  useEffect(() => bridge?.onMenu((action) => current.current[action]?.()), [bridge])
}

/** Tells the window's menu what undo and redo would take back; nothing in a browser. */
export function useMenuState(state: MenuState): void {
  const bridge = useContext(BridgeContext)
  const { language, undo, redo, hasRecording } = state
  useEffect(() => {
    void bridge?.invoke('menu-state', { language, undo, redo, hasRecording })
  }, [bridge, language, undo, redo, hasRecording])
}
