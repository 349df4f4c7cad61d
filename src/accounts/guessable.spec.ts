import { describe, expect, it } from '@jest/globals';
import { isGuessable } from './guessable.js';

describe('a password', () => {
  it.each([
    ['a word many times', 'passwordpassword'],
    ['a group many times', 'xk4!xk4!xk4!xk4!'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaa'],
    ['the alphabet', 'abcdefghijklmnopq'],
    ['the digits', '123456789012345'],
    ['the digits backwards', '987654321098765'],
    ['a keyboard row', 'qwertyuiopqwerty'],
    ['two rows', 'qwertyuiopasdfgh'],
    ['columns', '1qaz2wsx3edc4rfv'],
    ['the signs above the digits', '!@#$%^&*()!@#$%'],
    ['a German row', 'qwertzuiopü12345'],
    ['a French row', 'azertyuiopqsdfgh'],
    ['common words and a year', 'Summer-Winter-2026!'],
    ['a common word and digits', 'Password1234567!'],
    ['a common word in disguise', 'P@ssw0rd-P@$$w0rd-1'],
    ['an alphabet in disguise', 'A.B.C.D.E.F.G.H.I.J.K.L.M.N.O'],
    ['words of an office', 'invoice account admin'],
  ])('of %s is guessed', (_, password) => {
    expect(isGuessable(password)).toBe(true);
  });

  it.each([
    'four random words here',
    'correct horse battery staple',
    'trombone gravel 77 umbrella',
    'Ünïcode passphrase 🦉🦉',
    'k7Gq-vT2m-Rw9x-Lz4b',
    '£$&!^)(*"+~#|<>%?{}',
    'ﷺ'.repeat(10) + 'abcd and more',
    'パスワードではない長い文章です',
    'welcome to the little house',
  ])('with enough of its own is not: %s', (password) => {
    expect(isGuessable(password)).toBe(false);
  });

  it('is guessed when it is made of words about its owner', () => {
    const owner = ['finvo', 'Nimbus Lighthouse Ltd', 'alexandra.keller'];
    expect(isGuessable('NimbusLighthouse26', owner)).toBe(true);
    expect(isGuessable('alexandrakeller99', owner)).toBe(true);
    expect(isGuessable('finvo-finvo-finvo-1', owner)).toBe(true);
    expect(isGuessable('NimbusLighthouse26')).toBe(false);
  });

  it('is judged in a moment, however long it is', () => {
    const words = Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ');
    for (const password of ['ab'.repeat(64), 'abcdefgh'.repeat(16), '7'.repeat(128)])
      expect(isGuessable(password, [words])).toBe(true);
  });
});
