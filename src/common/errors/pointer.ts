/** A JSON pointer (RFC 6901) from the names of a path. */
export function pointer(...path: readonly (string | number)[]): string {
  return path
    .map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
