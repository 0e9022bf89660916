import { create } from 'zustand'

/** Whether the sheet of keys lies over the page. */
export const useKeysSheet = create<{ readonly open: boolean }>(() => ({ open: false }))

export function openKeysSheet(): void {
  useKeysSheet.setState({ open: true })
}

export function closeKeysSheet(): void {
  useKeysSheet.setState({ open: false })
}
