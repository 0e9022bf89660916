/** Roles of layers over the page that handle keys themselves; a toast (an alert in the toast region) is not one. */
const LAYERS = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"]:not([role="region"] *)`)
  .join(', ')

/** Whether a dialog, a menu or a list currently handles the keys. */
export function isLayerOpen(): boolean {
  return document.querySelector(LAYERS) !== null
}
