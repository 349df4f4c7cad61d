import { AppError } from '../common/errors/app-error.js';

/** Somebody has tried too often (429); says the same whether or not the tried mail address exists. */
export class TooManyAttempts extends AppError {
  readonly kind = 'rate_limited';
  readonly code = 'too_many_attempts';
  readonly title = 'Too many attempts';
  private readonly seconds: number;

  constructor(waitMs: number) {
    const seconds = Math.ceil(waitMs / 1000);
    super(`There were too many attempts. Try again in ${inWords(seconds)}.`);
    this.seconds = seconds;
  }

  headers(): Record<string, string> {
    return { 'retry-after': String(this.seconds) };
  }
}

function inWords(seconds: number): string {
  if (seconds === 1) return '1 second';
  if (seconds < 120) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
