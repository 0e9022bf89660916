import { useEffect } from 'react'

/** What the tab or the window is called while this is shown: `Settings – Parolo`. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Parolo' : `${title} \u2013 Parolo`
  }, [title])
}
