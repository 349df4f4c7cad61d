import { commonWords } from './common-words.js';

/** How many characters have to be left when everything is taken away that a guesser has for free. */
const ownCharactersMin = 6;
const runMin = 4;
const repeatMin = 3;
const wordMin = 4;

/** Rows and columns of keyboards (US, German, French), the alphabet and the digits. */
const lines = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiopü',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()',
].flatMap((line) => {
  // Twice, as whoever comes to the end begins again.
  const round = line + line;
  return [round, [...round].reverse().join('')];
});

const lookalikes: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/**
 * Whether a password is made of what guessers try first: common words, words about its owner, years,
 * repetitions, and walks along the alphabet, the digits or the keyboard. Each of these counts for nothing,
 * and too little is left. No list of stolen passwords can do this, as few of those are as long as ours.
 */
export function isGuessable(password: string, ownerWords: readonly string[] = []): boolean {
  const characters = [...plain(password)];
  const covered = characters.map((_, at) => isRepeated(characters, at));
  const cover = (from: number, length: number) => {
    covered.fill(true, from, from + length);
  };
  for (let at = 0; at < characters.length; at += 1) {
    cover(at, repeatLength(characters, at));
    cover(at, walkLength(characters, at));
  }
  const read = characters.map((character) => lookalikes[character] ?? character);
  for (const word of [...commonWords, ...ownerWords.flatMap(wordsOf)].map((text) => [...text])) {
    for (let at = 0; at + word.length <= read.length; at += 1) {
      const isWord = word.every(
        (letter, offset) => letter === read[at + offset] || letter === characters[at + offset],
      );
      if (isWord) cover(at, word.length);
    }
  }
  for (const { index } of characters.join('').matchAll(/(?:19|20)\d\d/g)) cover(index, 4);
  return covered.filter((isCovered) => !isCovered).length < ownCharactersMin;
}

/** In small letters, without what people put between words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s._,-]+/g, '');
}

/** The words of a name or an address, and all of them as one. */
function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...words, words.join('')].filter((word) => word.length >= wordMin);
}

/** Whether everything from here on is the beginning over again: "abcabcabc" is no more than "abc". */
function isRepeated(characters: readonly string[], at: number): boolean {
  for (let period = 1; period <= Math.min(at, characters.length / 2); period += 1)
    if (characters.every((c, index) => index < period || c === characters[index - period]))
      return at >= period;
  return false;
}

function repeatLength(characters: readonly string[], at: number): number {
  let length = 1;
  while (characters[at + length] === characters[at]) length += 1;
  return length >= repeatMin ? length : 0;
}

function walkLength(characters: readonly string[], at: number): number {
  let length = 0;
  while (
    at + length < characters.length &&
    lines.some((line) => line.includes(characters.slice(at, at + length + 1).join('')))
  )
    length += 1;
  return length >= runMin ? length : 0;
}
