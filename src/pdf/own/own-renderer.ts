import { Logger } from '@nestjs/common';
import { Turns } from '../../common/turns.js';
import { RendererBusy, RenderTimeout } from '../pdf.errors.js';
import { type RenderTask } from '../render-task.js';
import { type ChildStart, RenderChild, TemplateFailure } from './render-child.js';

/** Documents in the layouts of the operator that may wait; a further one is refused with {@link RendererBusy}. */
const queueMax = 32;
/** How long a document may wait for its turn; then {@link RenderTimeout}. */
const waitingMsMax = 30_000;

/**
 * Renders layouts of the operator in processes of their own, which are ended when they take too long or too
 * much memory, and replaced. They start with the first document that needs them.
 */
export class OwnRenderer {
  private readonly logger = new Logger(OwnRenderer.name);
  private readonly turns: Turns;
  private readonly idle: RenderChild[] = [];
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly start: ChildStart,
    processes: number,
  ) {
    this.turns = new Turns(processes);
  }

  /**
   * Renders one document.
   * @throws TemplateFailure when the template makes no PDF of it
   * @throws RendererBusy when too many documents wait, or no process can be started
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

  /** What ended by itself is tried once more: the system may have ended it, which is not the template's fault. */
  private async renderNow(task: RenderTask): Promise<Buffer> {
    try {
      return await this.renderIn(await this.freeChild(), task);
    } catch (error) {
      if (!(error instanceof TemplateFailure) || error.reason !== 'died') throw error;
      return this.renderIn(await this.freeChild(), task);
    }
  }

  private async renderIn(child: RenderChild, task: RenderTask): Promise<Buffer> {
    try {
      return await child.render(task);
    } finally {
      if (child.isUsable) this.idle.push(child);
    }
  }

  /** A system that cannot start a process may do so in a moment. @throws RendererBusy */
  private async freeChild(): Promise<RenderChild> {
    try {
      return this.idleChild() ?? (await RenderChild.start(this.start));
    } catch (error) {
      this.logger.error(`No process for own layouts could be started: ${String(error)}`);
      throw new RendererBusy();
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
