/** Programs of 0.1 kept the token in a cookie a port, which browsers send to every port of this computer. */
const FORMER = /^parolo-\d{1,5}$/u

/** Values of `Set-Cookie` that delete those of the former programs. */
export function deleteFormerCookies(header: string | undefined): string[] {
  const names = (header ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
  return names.filter((name) => FORMER.test(name)).map((name) => `${name}=; Max-Age=0; Path=/`)
}
