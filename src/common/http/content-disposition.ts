/**
 * A Content-Disposition for a file that is to be saved (RFC 6266): an ASCII name for old clients and the
 * exact one in UTF-8 beside it. The name must hold no quote, backslash or control character.
 */
export function savedAs(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]/g, '_');
  // A percent sign in the plain name is taken for an escape by some clients.
  const exact =
    ascii === fileName && !ascii.includes('%')
      ? ''
      : `; filename*=UTF-8''${encodeRfc8187(fileName)}`;
  return `attachment; filename="${ascii}"${exact}`;
}

function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
