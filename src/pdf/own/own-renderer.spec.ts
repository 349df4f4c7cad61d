import { RendererBusy } from '../pdf.errors.js';
import { type RenderTask } from '../render-task.js';
import { OwnRenderer } from './own-renderer.js';

const growing =
  '#let (large, kept) = ("x" * 1000000, ())\n#for i in range(100000) { kept.push(large + str(i)) }';
const layouts = { 'growing.typ': growing, 'small.typ': 'Hello' };

const renderer = new OwnRenderer(
  {
    files: Object.fromEntries(
      Object.entries(layouts).map(([name, text]) => [name, Buffer.from(text)]),
    ),
    fonts: { fontFiles: [], fontFamilies: [] },
    // Far below what the kernel is told on Linux, so that it is the process itself that notices.
    memoryBytesMax: 209_715_200,
    timeoutMs: 30_000,
  },
  1,
);
afterAll(() => renderer.close());

const render = (main: keyof typeof layouts) => {
  const createdAt = '2026-03-01T10:00:00Z';
  const task: RenderTask = {
    ...{ main, createdAt, standard: '1.7', data: {} },
    ...{ logo: undefined, logoFile: undefined },
  };
  return renderer.render(task);
};

describe('OwnRenderer', () => {
  it('ends a process whose memory grows bit by bit, and goes on in another one', async () => {
    await expect(render('growing.typ')).rejects.toThrow('more than 200 MB of memory');
    expect((await render('small.typ')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses a document when too many wait, and renders the others', async () => {
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => render('small.typ')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(40 - 33);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(RendererBusy);
  });
});
