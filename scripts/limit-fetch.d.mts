export function limitFetch(
  fetch: (address: string, options?: RequestInit) => Promise<Response>,
  answersWithinMs: number,
  onPercent: (percent: number) => void,
): (address: string, options?: RequestInit) => Promise<Response>
