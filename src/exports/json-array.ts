/** The text of a JSON array of objects as the API answers them, one at a time. */
export async function* jsonArray<T>(
  objects: AsyncIterable<T>,
  answer: (object: T) => object,
): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const object of objects) {
    yield separator + JSON.stringify(answer(object));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
