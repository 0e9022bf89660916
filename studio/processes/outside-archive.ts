/**
 * The unpacked copy of what lies in the program's archive (`asarUnpack` in electron-builder.yml): code in an archive cannot
 * be started, and Electron makes up a new time of change each time a file in one is asked about, so that it looks like
 * another file.
 */
export const outsideArchive = (file: string): string =>
  file.replace(/app\.asar(?=[/\\]|$)/u, 'app.asar.unpacked')
