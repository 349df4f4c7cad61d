import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { type FontFace, readFontFaces } from './font-file.js';

/** The fonts that a document may use, in the order in which Typst asks them for a glyph. */
export interface FontSet {
  readonly files: readonly string[];
  readonly families: readonly FontFamily[];
}

/** Code points that every weight of a family maps, as ascending inclusive pairs. */
export interface FontFamily {
  readonly name: string;
  readonly ranges: Uint32Array;
}

const require = createRequire(import.meta.url);

/** Only these two weights are used: an exact match wins over a system font of the same family name. */
const weights = ['400Regular', '700Bold'];

/** Packages of fonts with the weights needed; the first in the list that has a glyph prints it. */
const bundled: readonly { readonly folder: string; readonly file: string; weights?: string[] }[] = [
  { folder: 'noto-sans', file: 'NotoSans' },
  { folder: 'vazirmatn', file: 'Vazirmatn' },
  { folder: 'noto-sans-arabic', file: 'NotoSansArabic' },
  { folder: 'noto-sans-hebrew', file: 'NotoSansHebrew' },
  { folder: 'noto-sans-devanagari', file: 'NotoSansDevanagari' },
  { folder: 'noto-sans-bengali', file: 'NotoSansBengali' },
  { folder: 'noto-sans-tamil', file: 'NotoSansTamil' },
  { folder: 'noto-sans-telugu', file: 'NotoSansTelugu' },
  { folder: 'noto-sans-gujarati', file: 'NotoSansGujarati' },
  { folder: 'noto-sans-gurmukhi', file: 'NotoSansGurmukhi' },
  { folder: 'noto-sans-kannada', file: 'NotoSansKannada' },
  { folder: 'noto-sans-malayalam', file: 'NotoSansMalayalam' },
  { folder: 'noto-sans-thai', file: 'NotoSansThai' },
  { folder: 'noto-sans-khmer', file: 'NotoSansKhmer' },
  { folder: 'noto-sans-georgian', file: 'NotoSansGeorgian' },
  { folder: 'noto-sans-armenian', file: 'NotoSansArmenian' },
  { folder: 'nanum-gothic', file: 'NanumGothic' },
  { folder: 'zen-kaku-gothic-new', file: 'ZenKakuGothicNew' },
  { folder: 'noto-sans-symbols', file: 'NotoSansSymbols' },
  { folder: 'noto-sans-symbols-2', file: 'NotoSansSymbols2', weights: ['400Regular'] },
  { folder: 'noto-sans-math', file: 'NotoSansMath', weights: ['400Regular'] },
  { folder: 'noto-emoji', file: 'NotoEmoji' },
];

/** Han comes before the Japanese and Korean fonts, whose Han is smaller; kana texts turn that round. */
const hanFiles = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'];

/**
 * Finds the bundled fonts in node_modules and those of the operator.
 * @param directory FONTS_DIR: its .ttf, .otf and .ttc files are asked after the bundled ones
 * @throws Error naming the file or folder that cannot be read
 */
export function loadFonts(directory: string | undefined): FontSet {
  const files = [...bundledFiles(), ...(directory === undefined ? [] : operatorFiles(directory))];
  const families = new Map<string, Uint32Array>();
  for (const face of files.flatMap((file) => readFontFaces(file))) addFace(families, face);
  return { files, families: [...families].map(([name, ranges]) => ({ name, ranges })) };
}

function bundledFiles(): string[] {
  const han = dirname(dirname(require.resolve('@embedpdf/fonts-sc')));
  const files = bundled.flatMap(({ folder, file, weights: own = weights }) =>
    own.map((weight) =>
      require.resolve(`@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`),
    ),
  );
  const [regular = '', bold = '', ...others] = files;
  return [regular, bold, ...hanFiles.map((file) => join(han, 'fonts', file)), ...others];
}

function operatorFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => ['.ttf', '.otf', '.ttc'].includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(directory, name));
}

/** A weight that lacks a glyph would leave a hole in bold text, so a family counts what all weights have. */
function addFace(families: Map<string, Uint32Array>, face: FontFace): void {
  const known = families.get(face.family);
  families.set(face.family, known === undefined ? face.ranges : inBoth(known, face.ranges));
}

function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const common: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [aFirst = 0, aLast = 0] = a.subarray(i, i + 2);
    const [bFirst = 0, bLast = 0] = b.subarray(j, j + 2);
    const first = Math.max(aFirst, bFirst);
    const last = Math.min(aLast, bLast);
    if (first <= last) common.push(first, last);
    if (aLast < bLast) i += 2;
    else j += 2;
  }
  return Uint32Array.from(common);
}
