import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Far more than is needed; what is not written takes no memory. */
const roomBytes = 2 * 1024 ** 3;
const attemptsMax = 50;

/** A file system of its own for what one server stores, so that it can be full without harm to anybody else. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    /** Whether it is one: only root may mount. Without it there is just a folder, which cannot be full. */
    readonly isReal: boolean,
  ) {}

  static make(): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'finvo-chaos-'));
    return new SmallDisk(folder, mounted(folder));
  }

  /** Leaves no room for anything: the disk shrinks to what is stored on it. */
  fill(): void {
    for (let attempt = 1; ; attempt += 1) {
      const { blocks, bfree, bsize } = statfsSync(this.folder);
      try {
        this.resize((blocks - bfree) * bsize);
        return;
      } catch (error) {
        // Something was stored in between.
        if (attempt === attemptsMax) throw error;
      }
    }
  }

  /** Gives the room back. */
  relieve(): void {
    this.resize(roomBytes);
  }

  remove(): void {
    if (this.isReal) execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private resize(bytes: number): void {
    execFileSync('mount', ['-o', `remount,size=${bytes}`, this.folder], { stdio: 'ignore' });
  }
}

function mounted(folder: string): boolean {
  try {
    const words = ['-t', 'tmpfs', '-o', `size=${roomBytes}`, 'tmpfs', folder];
    execFileSync('mount', words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether a disk of its own can be made here. */
export function canMount(): boolean {
  const disk = SmallDisk.make();
  disk.remove();
  return disk.isReal;
}
