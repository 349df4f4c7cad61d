/** Lets a few pieces of work run at once; further ones wait for their turn in the order in which they came. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** `max` is how many may run at once. */
  constructor(private readonly max: number) {}

  /** How many wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Runs `work` when it is its turn; answers or throws what it does. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.max) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next one, so that nobody who comes now can overtake it.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
