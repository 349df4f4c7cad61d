import { Turns } from '../../common/turns.js';
import { RendererBusy, RenderTimeout } from '../pdf.errors.js';
import { type RenderTask } from '../render-task.js';
import { type ChildStart, RenderChild } from './render-child.js';

/** Documents in the layouts of the operator that may wait; a further one is refused with {@link RendererBusy}. */
const queueMax = 32;
/** How long a document may wait for its turn; then {@link RenderTimeout}. */
const waitingMsMax = 30_000;

/**
 * Renders layouts of the operator in processes of their own, which are ended when they take too long or too
 * much memory, and replaced. They start with the first document that needs them.
 */
export class OwnRenderer {
  private readonly turns: Turns;
  private readonly idle: RenderChild[] = [];
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly start: ChildStart,
    private readonly timeoutMs: number,
    processes: number,
  ) {
    this.turns = new Turns(processes);
  }

  /**
   * Renders one document.
   * @throws TemplateFailure when the template makes no PDF of it
   * @throws RendererBusy when too many documents wait
   * @throws RenderTimeout when it waited too long for its turn
   */
  async render(task: RenderTask): Promise<Buffer> {
    if (this.turns.queued >= queueMax) throw new RendererBusy();
    const latestMs = performance.now() + waitingMsMax;
    const work = this.turns.run(() => {
      if (performance.now() > latestMs) throw new RenderTimeout();
      return this.renderNow(task);
    });
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }

  /** Lets running and waiting documents end, then the processes. */
  async close(): Promise<void> {
    await Promise.allSettled(this.running);
    for (const child of this.idle.splice(0)) child.end();
  }

  private async renderNow(task: RenderTask): Promise<Buffer> {
    const child = this.idleChild() ?? (await RenderChild.start(this.start));
    try {
      return await child.render(task, this.timeoutMs);
    } finally {
      if (child.isUsable) this.idle.push(child);
    }
  }

  /** One that was ended from outside meanwhile is left out. */
  private idleChild(): RenderChild | undefined {
    for (;;) {
      const child = this.idle.pop();
      if (child === undefined || child.isUsable) return child;
    }
  }
}
