/** What lies over the page and has keys of its own; a toast (an alert in the region of toasts) lies beside it. */
const LAYERS = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([role="region"] *)`)
  .join(', ')

/** Whether keys belong to a dialog, a menu or a list now. */
export function isLayerOpen(): boolean {
  return document.querySelector(LAYERS) !== null
}
