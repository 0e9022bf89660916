/** Version 0.1 kept the token in one cookie per port, which browsers send to every port of this computer. */
const FORMER = /^parolo-\d{1,5}$/u

/** `Set-Cookie` values that delete the cookies of version 0.1. */
export function deleteFormerCookies(header: string | undefined): string[] {
  const names = (header ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '')
  return names.filter((name) => FORMER.test(name)).map((name) => `${name}=; Max-Age=0; Path=/`)
}
