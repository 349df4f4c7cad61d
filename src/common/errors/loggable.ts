/**
 * An error as it may be logged: what happened, where, and why. Drivers hang the statement with its values
 * on their errors, and the logger would write down every member.
 */
export function loggable(error: unknown): unknown {
  if (!isError(error)) return error;
  const { name, message, stack, code, cause } = error;
  const shown = new Error(message, cause === undefined ? undefined : { cause: loggable(cause) });
  return Object.assign(shown, { name, stack, ...(typeof code === 'string' && { code }) });
}

function isError(error: unknown): error is Error & { code?: unknown } {
  return typeof error === 'object' && error !== null && 'message' in error && 'stack' in error;
}
