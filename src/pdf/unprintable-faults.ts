import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { type GlyphCoverage } from './glyph-coverage.js';

type Path = readonly (string | number)[];

/** No text may be longer, so one that is has a fault already; looking for clusters in a megabyte takes minutes. */
const textLengthMax = 20_000;

const printedEverywhere: ReadonlySet<string> = new Set();

/**
 * A fault for every text in `value` with a character that no font can print; PDF/A needs every glyph.
 * `unprinted` names the fields of `value` itself that never reach a page.
 */
export function unprintableFaults(
  coverage: GlyphCoverage,
  value: unknown,
  unprinted = printedEverywhere,
): Fault[] {
  const faults: Fault[] = [];
  const visit = (part: unknown, path: Path) => {
    if (typeof part === 'string') {
      if (part.length > textLengthMax) return;
      const character = coverage.unprintable(part);
      if (character !== undefined) faults.push(fault(path, character));
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        if (path.length > 0 || !unprinted.has(name)) visit(inner, [...path, name]);
      }
    }
  };
  visit(value, []);
  return faults;
}

function fault(path: Path, character: string): Fault {
  const codes = [...character].map(
    (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return {
    pointer: pointer(...path),
    code: 'character_not_printable',
    message: `No font can print ${JSON.stringify(character)} (${codes.join(' ')}).`,
    hint: 'Leave it out, or ask the operator to add a font that has it (FONTS_DIR).',
  };
}
