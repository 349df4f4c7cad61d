/** What the SDK throws: the store's own code as the name, and how it was answered, if it was. */
interface SdkFault extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** The status with which the store answered; undefined where it did not. */
export function httpStatusOf(error: unknown): number | undefined {
  return isFault(error) ? error.$metadata?.httpStatusCode : undefined;
}

/** Whether the store says that there is no such object; a bucket that is missing is another thing. */
export function isMissing(error: unknown): boolean {
  return isFault(error) && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

/** Name and sentence of a fault, which hold no credentials. */
export function reasonOf(error: unknown): string {
  if (!isFault(error)) return 'unknown';
  const status = httpStatusOf(error);
  return [status, error.name, error.message].filter(Boolean).join(' ');
}

function isFault(error: unknown): error is SdkFault {
  return error instanceof Error;
}
