/** Makes a canvas as sharp as the screen; its context then draws in CSS pixels. Null where there is no 2D context. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
): CanvasRenderingContext2D | null {
  const pixels = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) }
  // Setting a size clears the canvas and costs, so only where it changed.
  if (canvas.width !== pixels.width) canvas.width = pixels.width
  if (canvas.height !== pixels.height) canvas.height = pixels.height
  const context = canvas.getContext('2d')
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  return context
}
