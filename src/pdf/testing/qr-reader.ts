import { inflateSync } from 'node:zlib';
import { decodeQR } from 'qr/decode.js';

/** A filled rectangle of a page, in points from its bottom left corner; `gray` from 0 (black) to 1. */
export interface FilledBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly gray: number;
}

/** The text of the QR code that is drawn on a page of a PDF made by Typst; throws where there is none. */
export function qrTextOn(pdf: Buffer, pageIndex: number): string {
  const boxes = filledBoxesOn(pdf, pageIndex);
  // As a camera does: the cross of a Swiss code looks like a corner of one at some sizes.
  const readings = [3, 4, 5, 6, 8].map((pixels) => () => decodeQR(picture(boxes, pixels), options));
  return firstOf(readings);
}

const options = {
  timeLimit: 60_000,
  textDecoder: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

function firstOf<T>([attempt, ...others]: readonly (() => T)[]): T {
  if (attempt === undefined) throw new Error('The code cannot be read.');
  try {
    return attempt();
  } catch (error) {
    if (others.length === 0) throw error;
    return firstOf(others);
  }
}

/** Where the black modules of a page's QR code lie, in millimetres. */
export function qrPlaceOn(pdf: Buffer, pageIndex: number) {
  const { x, y, width, height } = placeOf(filledBoxesOn(pdf, pageIndex));
  const mm = (points: number) => Math.round((points / 72) * 254) / 10;
  return { left: mm(x), bottom: mm(y), width: mm(width), height: mm(height) };
}

/** What Typst fills on a page; every rectangle is a subpath of its own. */
function filledBoxesOn(pdf: Buffer, pageIndex: number): FilledBox[] {
  const file = pdf.toString('latin1');
  const contents = [...file.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)];
  const id = contents[pageIndex]?.[1] ?? '';
  const object = new RegExp(`\\n${id} 0 obj\\n[^]*?/Length (\\d+)[^]*?\\nstream\\n`).exec(file);
  if (object === null) throw new Error(`The PDF has no page ${pageIndex + 1}.`);
  const start = object.index + object[0].length;
  const stream = pdf.subarray(start, start + Number(object[1]));
  return new Canvas().run(inflateSync(stream).toString('latin1'));
}

interface State {
  readonly matrix: readonly number[];
  readonly gray: number;
}

/** The few operators that Typst draws with; strokes and text are none of a code's. */
class Canvas {
  private readonly boxes: FilledBox[] = [];
  private readonly saved: State[] = [];
  private state: State = { matrix: [1, 0, 0, 1, 0, 0], gray: 0 };
  private paths: (readonly [number, number])[][] = [];

  run(content: string): FilledBox[] {
    for (const line of content.split('\n')) {
      const words = line.trim().split(' ');
      const operator = words.pop() ?? '';
      this.draw(operator, words.map(Number));
    }
    return this.boxes;
  }

  private draw(operator: string, numbers: readonly number[]): void {
    const point = () => this.point(numbers.at(-2) ?? 0, numbers.at(-1) ?? 0);
    const actions: Readonly<Record<string, () => unknown>> = {
      q: () => this.saved.push(this.state),
      Q: () => (this.state = this.saved.pop() ?? this.state),
      cm: () => (this.state = { ...this.state, matrix: this.placed(numbers) }),
      scn: () => (this.state = { ...this.state, gray: grayOf(numbers) }),
      m: () => this.paths.push([point()]),
      l: () => this.paths.at(-1)?.push(point()),
      c: () => this.paths.at(-1)?.push(point()),
      f: () => this.boxes.push(...this.ended()),
      S: () => this.ended(),
      n: () => this.ended(),
    };
    actions[operator]?.();
  }

  private ended(): FilledBox[] {
    const boxes = this.paths.map((path) => ({ ...around(path), gray: this.state.gray }));
    this.paths = [];
    return boxes;
  }

  /** The matrix of what is drawn inside the current one, by where it puts three points. */
  private placed(inner: readonly number[]): number[] {
    const at = (index: number) => inner[index] ?? 0;
    const [originX, originY] = this.point(at(4), at(5));
    const [rightX, rightY] = this.point(at(4) + at(0), at(5) + at(1));
    const [upX, upY] = this.point(at(4) + at(2), at(5) + at(3));
    const [a, b, c, d] = [rightX - originX, rightY - originY, upX - originX, upY - originY];
    return [a, b, c, d, originX, originY];
  }

  private point(x: number, y: number): [number, number] {
    const at = (index: number) => this.state.matrix[index] ?? 0;
    return [at(0) * x + at(2) * y + at(4), at(1) * x + at(3) * y + at(5)];
  }
}

const grayOf = (parts: readonly number[]): number =>
  parts.reduce((sum, part) => sum + part, 0) / parts.length;

function around(points: readonly (readonly [number, number])[]) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Black is filled in by codes alone on our pages. */
const modulesOf = (boxes: readonly FilledBox[]) => boxes.filter(({ gray }) => gray === 0);

function placeOf(boxes: readonly FilledBox[]) {
  const corners = modulesOf(boxes).flatMap(({ x, y, width, height }) => [
    [x, y] as const,
    [x + width, y + height] as const,
  ]);
  if (corners.length === 0) throw new Error('The page has no code.');
  return around(corners);
}

/** A picture of nothing but the code with an edge around it. */
function picture(boxes: readonly FilledBox[], modulePixels: number) {
  const modules = modulesOf(boxes);
  const code = placeOf(boxes);
  const pixelsAPoint = modulePixels / Math.min(...modules.map(({ height }) => height));
  const side = Math.round(code.width * pixelsAPoint) + 2 * edgePixels;
  const data = new Uint8Array(side * side * 3).fill(255);
  const pixel = (points: number) =>
    Math.min(side, Math.max(0, Math.round(points * pixelsAPoint) + edgePixels));
  for (const box of boxes) {
    const [left, right] = [pixel(box.x - code.x), pixel(box.x - code.x + box.width)];
    for (let y = pixel(box.y - code.y); y < pixel(box.y - code.y + box.height); y += 1) {
      const row = (side - 1 - y) * side;
      data.fill(Math.round(box.gray * 255), (row + left) * 3, (row + right) * 3);
    }
  }
  return { width: side, height: side, data };
}

const edgePixels = 16;
