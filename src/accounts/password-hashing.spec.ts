import { describe, expect, it } from '@jest/globals';
import { Busy } from './accounts.errors.js';
import { PasswordHashing } from './password-hashing.js';

describe('the hashing of passwords', () => {
  it('takes a few at once and fifty that wait; whoever comes beyond is sent away at once', async () => {
    const hashing = new PasswordHashing();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, () => hashing.verify(undefined, 'any password at all')),
    );
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(outcomes.length - refusals.length).toBe(hashing.atOnce + 50);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Busy);
    expect(hashing.atOnce).toBeLessThanOrEqual(3);
  });

  it('takes new ones again as soon as the crowd is gone', async () => {
    const hashing = new PasswordHashing();
    const crowd = Array.from({ length: 60 }, () =>
      hashing.verify(undefined, 'any password at all'),
    );
    await Promise.allSettled(crowd);
    const hash = await hashing.hash('four random words here');
    expect(await hashing.verify(hash, 'four random words here')).toBe(true);
    expect(await hashing.verify(hash, 'four other words here')).toBe(false);
  });
});
