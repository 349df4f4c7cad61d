import { encodeQR } from 'qr';

/** A QR code as SVG, a module a unit, so that a page can hold it as lines and not as dots. */
export function qrDrawing(text: string, mark: 'none' | 'swiss_cross' = 'none'): string {
  const rows = modulesOf(text);
  const size = rows.length;
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, width]) => bar(x, y, width)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<path d="${path.join('')}"/>`,
    ...(mark === 'swiss_cross' ? [swissCross(size)] : []),
    '</svg>',
  ].join('');
}

/** The package draws at least one module of edge, which is the page's to draw. */
function modulesOf(text: string): boolean[][] {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

const bar = (x: number, y: number, width: number): string => `M${x} ${y}h${width}v1h-${width}z`;

/** Starts and lengths of the dark runs of a row. */
function runsOf(row: readonly boolean[]): (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

/** The cross that a Swiss QR code of 46 mm has in its middle: 7 mm with its white edge (style guide QR-bill). */
function swissCross(size: number): string {
  const part = (widthMm: number, heightMm: number, color: string) => {
    const [width, height] = [(widthMm * size) / 46, (heightMm * size) / 46];
    const at = (length: number) => ((size - length) / 2).toFixed(3);
    return `<rect x="${at(width)}" y="${at(height)}" width="${width.toFixed(3)}" height="${height.toFixed(3)}" fill="${color}"/>`;
  };
  return [
    part(7, 7, '#fff'),
    part(6.5, 6.5, '#000'),
    part(1.17, 3.9, '#fff'),
    part(3.9, 1.17, '#fff'),
  ].join('');
}
