import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RenderTask } from '../render-task.js';

/** What a process is sent once, before its first task. */
export interface ChildStart {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly fonts: {
    readonly fontFiles: readonly string[];
    readonly fontFamilies: readonly string[];
  };
  readonly memoryBytesMax: number;
  /** How long it may compute for one task. */
  readonly timeoutMs: number;
}

type Answer =
  { readonly ready: true } | { readonly bytes: Uint8Array } | { readonly problem: string };

/** The template made no PDF; `message` says why in words for its author. */
export class TemplateFailure extends Error {
  constructor(
    message: string,
    /** Typst refused it, it took too long, or its process ended by itself. */
    readonly reason: 'refused' | 'late' | 'died',
  ) {
    super(message);
  }
}

/** How long a process may take by the clock to start, or to end by itself after its time is up. */
const patienceMs = 30_000;
const megabyte = 1_048_576;

/** Memory that a process may ask for without using it: stacks and heaps of its threads. */
const reservedBytes = 512 * megabyte;

/** Nothing can be there, as a file holds no others. */
const nowhere = join(process.execPath, 'nowhere');

/** No secret of Finvo, no folder with packages, and a proxy that cannot be reached in the way to the network. */
const environment = {
  HOME: nowhere,
  XDG_CACHE_HOME: nowhere,
  XDG_DATA_HOME: nowhere,
  HTTP_PROXY: 'http://127.0.0.1:0',
  HTTPS_PROXY: 'http://127.0.0.1:0',
  ALL_PROXY: 'http://127.0.0.1:0',
};

/** A process that renders one document after the other and can be ended at any time. */
export class RenderChild {
  private readonly child: ChildProcess;
  private readonly ended: Promise<never>;
  private isAlive = true;

  private constructor(private readonly limits: Pick<ChildStart, 'memoryBytesMax' | 'timeoutMs'>) {
    const file = fileURLToPath(new URL('./render-process.js', import.meta.url));
    this.child = fork(file, [], {
      ...withLimits(limits.memoryBytesMax),
      env: environment,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.ended = new Promise((_, reject) => {
      const end = () => {
        this.isAlive = false;
        reject(this.stopped());
      };
      this.child.on('exit', end).on('error', end);
    });
    // Also where nobody waits for an answer at the moment.
    this.ended.catch(() => undefined);
  }

  /** Starts a process and waits until it can render. @throws TemplateFailure when it cannot be started */
  static async start(start: ChildStart): Promise<RenderChild> {
    const child = new RenderChild(start);
    await child.ask(start, patienceMs);
    return child;
  }

  get isUsable(): boolean {
    return this.isAlive;
  }

  /** Renders one document; nobody else may ask until it is done. @throws TemplateFailure */
  async render(task: RenderTask): Promise<Buffer> {
    const { timeoutMs } = this.limits;
    const answer = await this.ask(task, timeoutMs + patienceMs);
    if ('bytes' in answer) {
      const { buffer, byteOffset, byteLength } = answer.bytes;
      return Buffer.from(buffer, byteOffset, byteLength);
    }
    if ('problem' in answer) throw new TemplateFailure(answer.problem, 'refused');
    this.end();
    throw new TemplateFailure(`It took longer than ${timeoutMs} ms.`, 'late');
  }

  end(): void {
    this.isAlive = false;
    this.child.kill('SIGKILL');
  }

  private async ask(message: object, timeoutMs: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new TemplateFailure(`It took longer than ${timeoutMs} ms.`, 'late'));
        this.end();
      }, timeoutMs);
    });
    try {
      return await Promise.race([this.answerTo(message), this.ended, late]);
    } finally {
      clearTimeout(timer);
      this.child.removeAllListeners('message');
    }
  }

  private answerTo(message: object): Promise<Answer> {
    return new Promise((resolve) => {
      this.child.once('message', resolve as (answer: unknown) => void);
      // A process that is gone is told of by its end.
      this.child.send(message, () => undefined);
    });
  }

  private stopped(): TemplateFailure {
    const megabytes = this.limits.memoryBytesMax / megabyte;
    return new TemplateFailure(
      `Its process ended: it needs more than ${megabytes} MB of memory, or Typst crashed.`,
      'died',
    );
  }
}

/**
 * On Linux the kernel refuses more memory at once and for sure; elsewhere the process looks at itself
 * (render-process.js), which is some milliseconds late.
 */
function withLimits(memoryBytesMax: number): { execPath?: string; execArgv: string[] } {
  if (process.platform !== 'linux' || !existsSync('/bin/sh')) return { execArgv: [] };
  const kilobytes = Math.ceil((memoryBytesMax + reservedBytes) / 1024);
  const script = 'ulimit -c 0; ulimit -d "$0"; exec "$@"';
  return { execPath: '/bin/sh', execArgv: ['-c', script, String(kilobytes), process.execPath] };
}
