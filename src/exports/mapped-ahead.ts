/**
 * The results of `work` on each item, in the items' order, with up to `ahead` of them under way at once;
 * the first failure is thrown, and nothing new is started once the reader stops.
 */
export async function* mappedAhead<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A reader who stops leaves results behind that nobody awaits.
    result.catch(() => undefined);
    started.push(result);
    if (started.length >= ahead) yield (await started.shift()) as Result;
  }
  for (const result of started) yield await result;
}
