/** The text of a JSON array, one value at a time, so that a long list never stands in memory. */
export async function* jsonArray(values: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
