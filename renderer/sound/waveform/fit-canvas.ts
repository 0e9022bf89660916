/** Sets a canvas to the screen's resolution; its context then draws in CSS pixels. Null if there is no 2D context. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
): CanvasRenderingContext2D | null {
  const pixels = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) }
  // Setting a size clears the canvas and is slow, so it is done only on a change.
  if (canvas.width !== pixels.width) canvas.width = pixels.width
  if (canvas.height !== pixels.height) canvas.height = pixels.height
  const context = canvas.getContext('2d')
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  return context
}
