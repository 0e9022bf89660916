export function writeArchive(
  folder: string,
  file: string,
  options: { readonly top: string; readonly time: Date },
): Promise<void>
