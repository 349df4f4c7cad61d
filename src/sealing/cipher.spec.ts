import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { opened, sealed, sealingKey } from './cipher.js';

const secret = 'a secret of at least 32 characters';
const key = sealingKey(secret, 'two-factor seeds');

describe('what is sealed', () => {
  const seed = randomBytes(20);
  const text = sealed(key, 'usr_1', seed);

  it('is opened with the same secret for the same owner, and fits its column', () => {
    expect(opened(key, 'usr_1', text)).toEqual(seed);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(sealed(key, 'whe_1', randomBytes(32)).length).toBeLessThanOrEqual(100);
  });

  it('looks different each time', () => {
    expect(sealed(key, 'usr_1', seed)).not.toBe(text);
  });

  it('is opened for no other owner or purpose, with no other secret, and not when one bit was changed', () => {
    expect(() => opened(key, 'usr_2', text)).toThrow();
    expect(() => opened(sealingKey(secret, 'webhook secrets'), 'usr_1', text)).toThrow();
    const another = sealingKey('another secret of 32 characters!!', 'two-factor seeds');
    expect(() => opened(another, 'usr_1', text)).toThrow();
    const bytes = Buffer.from(text, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => opened(key, 'usr_1', changed.toString('base64'))).toThrow();
    }
    expect(() => opened(key, 'usr_1', '')).toThrow();
  });

  it('can still be opened when it was sealed before: the keys never change', () => {
    expect(key.toString('hex')).toBe(
      '4caa4aa939ff7a3d2fa3a77ffb1787a18dda3f3d236bda5f1023c5231951ed0b',
    );
  });
});
