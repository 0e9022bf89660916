import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { MenuAction, MenuState, Slept, WindowBridge } from '#contracts/window-bridge'

interface StudioHost {
  readonly bridge: WindowBridge
  /** Updates the window's menu. */
  readonly updateMenu: (change: Partial<MenuState>) => void
}

const BridgeContext = createContext<StudioHost | null>(null)

export function BridgeProvider({
  bridge,
  children,
}: {
  readonly bridge: WindowBridge | null
  readonly children: ReactNode
}) {
  const [house] = useState(() => (bridge === null ? null : createStudioHost(bridge)))
  return <BridgeContext value={house}>{children}</BridgeContext>
}

const NO_RECORDING = { undo: null, redo: null, hasRecording: false }

function createStudioHost(bridge: WindowBridge): StudioHost {
  let menu: MenuState = { language: 'en', ...NO_RECORDING }
  return {
    bridge,
    updateMenu(change) {
      menu = { ...menu, ...change }
      void bridge.invoke('menu-state', menu)
    },
  }
}

export type MenuHandlers = Readonly<Partial<Record<MenuAction, () => void>>>

/** Handles items of the window's menu while this is mounted; does nothing in a browser. */
export function useMenuActions(handlers: MenuHandlers): void {
  const house = useContext(BridgeContext)
  const current = useLatest(handlers)
  useEffect(() => house?.bridge.onMenu((action) => current.current[action]?.()), [house, current])
}

/** Receives when the computer slept, once it is awake again; does nothing in a browser. */
export function useSlept(handle: (sleep: Slept) => void): void {
  const house = useContext(BridgeContext)
  const current = useLatest(handle)
  useEffect(() => house?.bridge.onSlept((sleep) => current.current(sleep)), [house, current])
}

/** Receives text for the moment that the strip marked; does nothing in a browser. */
export function useMomentText(handle: (text: string) => void): void {
  const house = useContext(BridgeContext)
  const current = useLatest(handle)
  useEffect(() => house?.bridge.onMomentText((text) => current.current(text)), [house, current])
}

/** Receives the paths of files that the program was opened with; does nothing in a browser. */
export function useOpenedFiles(add: (paths: readonly string[]) => void): void {
  const house = useContext(BridgeContext)
  const current = useLatest(add)
  useEffect(() => house?.bridge.onFiles((paths) => current.current(paths)), [house, current])
}

/** Sets the menu to the page's language; does nothing in a browser. */
export function useMenuLanguage(language: MenuState['language']): void {
  const house = useContext(BridgeContext)
  useEffect(() => house?.updateMenu({ language }), [house, language])
}

/** While a recording is open, shows the labels of undo and redo in the menu; does nothing in a browser. */
export function useMenuState({ undo, redo, hasRecording }: MenuState): void {
  const house = useContext(BridgeContext)
  useEffect(() => house?.updateMenu({ undo, redo, hasRecording }), [house, undo, redo, hasRecording])
  useEffect(() => () => house?.updateMenu(NO_RECORDING), [house])
}

function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
