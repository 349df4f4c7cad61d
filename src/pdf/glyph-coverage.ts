import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG } from '../config/config.module.js';
import type { AppConfig } from '../config/config.js';
import { type FontSet, loadFonts } from './fonts.js';

/** Texts of these characters only need no look at any font: the first font has them all. */
const plain =
  /^[\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u017e\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/;

/** Shaping hides these where a font has no glyph for them; PDF/A forbids the byte order mark. */
const ignorable = /^(?!\ufeff)\p{Default_Ignorable_Code_Point}$/u;

/** A mark, a joiner or a modifier: the characters around it belong to one cluster. */
const joining = /[\p{M}\u200c\u200d\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** First and last code points that are never text, although some fonts map them. */
const refused: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x2028, 0x2029],
  [0xe000, 0xf8ff],
  [0xfeff, 0xfeff],
  [0xf0000, 0x10ffff],
];

const replacement = '?';

/**
 * Says which characters the bundled fonts and those of FONTS_DIR can print: PDF/A needs every glyph.
 * A letter and its marks must come from one font: Typst finds them in two fonts mostly, but not always
 * (tried out on random clusters of every script).
 */
@Injectable()
export class GlyphCoverage {
  readonly fonts: FontSet;
  /** One bit for each code point. */
  private readonly mapped = new Uint8Array(0x110000 / 8);
  private readonly clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

  /** @throws Error naming a font file or FONTS_DIR when it cannot be read */
  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    this.fonts = loadFonts(config.pdf.fontsDirectory);
    for (const { ranges } of this.fonts.families)
      for (let at = 0; at < ranges.length; at += 2)
        this.mark(ranges[at] ?? 0, ranges[at + 1] ?? 0, true);
    for (const [first, last] of refused) this.mark(first, last, false);
  }

  /** The first grapheme cluster of the text that no font can print; line feeds and tabs can be. */
  unprintable(text: string): string | undefined {
    if (plain.test(text) || (this.hasAll(text) && !joining.test(text))) return undefined;
    for (const { segment } of this.clusters.segment(text))
      if (!this.isPrintable(segment) && !this.isPrintable(segment.normalize('NFC'))) return segment;
    return undefined;
  }

  /** The text with a question mark for every cluster that no font can print. */
  printable(text: string): string {
    if (this.unprintable(text) === undefined) return text;
    return Array.from(this.clusters.segment(text), ({ segment }) =>
      this.unprintable(segment) === undefined ? segment : replacement,
    ).join('');
  }

  private isPrintable(cluster: string): boolean {
    if (!this.hasAll(cluster)) return false;
    const codes = [...cluster].filter((character) => !ignorable.test(character));
    if (codes.length <= 1) return true;
    return this.fonts.families.some(({ ranges }) =>
      codes.every((character) => isWithin(ranges, character.codePointAt(0) ?? 0)),
    );
  }

  private hasAll(text: string): boolean {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const isMapped = ((this.mapped[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
      if (!isMapped && code !== 0x0a && code !== 0x09 && !ignorable.test(character)) return false;
    }
    return true;
  }

  private mark(first: number, last: number, isMapped: boolean): void {
    for (let code = first; code <= last; code += 1) {
      const others = (this.mapped[code >> 3] ?? 0) & ~(1 << (code & 7));
      this.mapped[code >> 3] = others | (isMapped ? 1 << (code & 7) : 0);
    }
  }
}

/** Binary search in ascending inclusive pairs. */
function isWithin(ranges: Uint32Array, code: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (ranges[middle * 2] ?? 0)) high = middle - 1;
    else if (code > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
