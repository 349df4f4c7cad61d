/** A page of a list as every route answers it. */
interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** Every entry of a list, page by page as they are needed. */
export async function* pages<T>(
  read: (place: { readonly cursor?: string }) => Promise<Page<T>>,
): AsyncGenerator<T> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<T> = await read(cursor === undefined ? {} : { cursor });
    yield* page.data;
    cursor = page.next_cursor;
  }
}
