import { crc32, gzipSync } from 'node:zlib';

import { FilterType, Transformer } from '@napi-rs/image';

import { LogoBusy, LogoInvalid, LogoTypeUnsupported, readLogo } from './logo.js';

type Rgba = readonly [number, number, number, number];
type Paint = (x: number, y: number) => Rgba;

const red: Rgba = [220, 20, 30, 255];
const blue: Rgba = [20, 30, 220, 255];
const clear: Rgba = [0, 0, 0, 0];

function picture(width: number, height: number, paint: Paint): Transformer {
  const pixels = Buffer.alloc(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    pixels.set(paint(index % width, Math.floor(index / width)), index * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

const png = (width: number, height: number, paint: Paint = () => red): Buffer =>
  picture(width, height, paint).pngSync({ filterType: FilterType.Sub });
const jpeg = (width: number, height: number, paint: Paint = () => red): Buffer =>
  picture(width, height, paint).jpegSync(95);
const noise: Paint = (x, y) => [(x * 7919) % 251, (y * 104_729) % 253, (x * y) % 255, 255];

const svg = (body: string, root = 'viewBox="0 0 100 50"'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${body}</svg>`);
const shape = '<rect width="50" height="50" fill="#dc141e" fill-opacity="0.5"/>';

function segment(marker: number, payload: Buffer): Buffer {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([header, payload]);
}

/** 8 × 8 pixels of one colour; every component is coded as its DC value alone. */
function flatJpeg(levels: readonly number[], before: Buffer = Buffer.alloc(0)): Buffer {
  const components = levels.flatMap((_, index) => [index + 1, 0x11, 0]);
  const bits = levels
    .map((level) => {
      const value = level - 128;
      const length = value === 0 ? 0 : Math.abs(value).toString(2).length;
      const code = value < 0 ? value + 2 ** length - 1 : value;
      const digits = length === 0 ? '' : code.toString(2).padStart(length, '0');
      return `${length.toString(2).padStart(4, '0')}${digits}0`;
    })
    .join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const entropy = (padded.match(/.{8}/g) ?? []).flatMap((byte) => {
    const value = parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
  const table = (kind: number, codeBits: number, symbols: number[]): Buffer => {
    const counts = Array<number>(16).fill(0);
    counts[codeBits - 1] = symbols.length;
    return Buffer.from([kind, ...counts, ...symbols]);
  };
  const scan = [levels.length, ...levels.flatMap((_, index) => [index + 1, 0]), 0, 63, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    before,
    segment(0xdb, Buffer.from([0, 8, ...Array<number>(63).fill(1)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, levels.length, ...components])),
    segment(0xc4, table(0x00, 4, [...Array(12).keys()])),
    segment(0xc4, table(0x10, 1, [0])),
    segment(0xda, Buffer.from(scan)),
    Buffer.from([...entropy, 0xff, 0xd9]),
  ]);
}

/** The same JPEG with an EXIF segment that says how the camera was held. */
function withOrientation(file: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
  return Buffer.concat([file.subarray(0, 2), exif, file.subarray(2)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function pngChunks(file: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let offset = 8; offset < file.length;) {
    const end = offset + 8 + file.readUInt32BE(offset);
    const type = file.toString('latin1', offset + 4, offset + 8);
    chunks.push({ type, data: file.subarray(offset + 8, end) });
    offset = end + 4;
  }
  return chunks;
}

const pngOf = (chunks: { type: string; data: Buffer }[]): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks.map(({ type, data }) => chunk(type, data)),
  ]);

/** A PNG or JPEG that only claims its size. */
function claiming(kind: 'png' | 'jpeg', width: number, height: number): Buffer {
  const file = kind === 'png' ? png(4, 4) : jpeg(4, 4);
  if (kind === 'png') {
    file.writeUInt32BE(width, 16);
    file.writeUInt32BE(height, 20);
  } else {
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(height, frame + 5);
    file.writeUInt16BE(width, frame + 7);
  }
  return file;
}

async function refusal(file: Buffer): Promise<Error> {
  const logo = await readLogo(file).catch((error: unknown) => error as Error);
  return logo instanceof Error ? logo : new Error('not refused');
}

const sizeOf = (file: Buffer): { width: number; height: number } => {
  const { width, height } = new Transformer(file).metadataSync();
  return { width, height };
};
const pixelAt = (file: Buffer, x: number, y: number): number[] => {
  const { width } = sizeOf(file);
  const raw = new Transformer(file).rawPixelsSync();
  const channels = raw.length / (width * sizeOf(file).height);
  return [...raw.subarray((y * width + x) * channels, (y * width + x + 1) * channels)];
};
const distance = (one: readonly number[], other: readonly number[]): number =>
  Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0))));

describe('a PNG', () => {
  it('becomes a PNG of the same size with its transparency', async () => {
    const logo = await readLogo(png(40, 20, (x) => (x < 20 ? [10, 200, 30, 128] : clear)));
    expect(logo.mediaType).toBe('image/png');
    expect(sizeOf(logo.bytes)).toEqual({ width: 40, height: 20 });
    expect(pixelAt(logo.bytes, 5, 5)).toEqual([10, 200, 30, 128]);
    expect(pixelAt(logo.bytes, 30, 5)[3]).toBe(0);
  });

  it.each([
    [2000, 1000, 1200, 600],
    [600, 1800, 200, 600],
    [6000, 2, 1200, 1],
  ])('of %d × %d pixels is made smaller to fit 1200 × 600', async (width, height, across, down) => {
    const logo = await readLogo(png(width, height));
    expect(sizeOf(logo.bytes)).toEqual({ width: across, height: down });
  });

  it('gets no dark rim where it meets transparency when it is made smaller', async () => {
    const white: Rgba = [255, 255, 255, 255];
    const logo = await readLogo(png(2400, 40, (x) => (x < 1201 ? white : clear)));
    const rim = pixelAt(logo.bytes, 600, 10);
    expect(rim.slice(0, 3)).toEqual([255, 255, 255]);
    expect(rim[3]).toBeGreaterThan(0);
  });

  it('comes out the same every time and without anything but pixels', async () => {
    const [header, ...rest] = pngChunks(png(30, 30, noise));
    const comment = { type: 'tEXt', data: Buffer.from('Comment\0<script>alert(1)</script>') };
    const polyglot = Buffer.concat([pngOf([header!, comment, ...rest]), Buffer.from('<html>')]);
    const logo = await readLogo(polyglot);
    expect([...new Set(pngChunks(logo.bytes).map(({ type }) => type))]).toEqual([
      'IHDR',
      'IDAT',
      'IEND',
    ]);
    expect((await readLogo(polyglot)).bytes).toEqual(logo.bytes);
  });

  it('that is animated gives its first picture', async () => {
    const [header, data, end] = pngChunks(png(8, 8));
    const frame = (number: number): Buffer => {
      const control = Buffer.alloc(26);
      [number, 8, 8].forEach((value, index) => control.writeUInt32BE(value, index * 4));
      return control;
    };
    const second = pngChunks(png(8, 8, () => blue))[1]!.data;
    const animated = pngOf([
      header!,
      { type: 'acTL', data: Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]) },
      { type: 'fcTL', data: frame(0) },
      data!,
      { type: 'fcTL', data: frame(1) },
      { type: 'fdAT', data: Buffer.concat([Buffer.from([0, 0, 0, 2]), second]) },
      end!,
    ]);
    expect(pixelAt((await readLogo(animated)).bytes, 4, 4)).toEqual([...red]);
  });
});

describe('a JPEG', () => {
  it('becomes an RGB JPEG that fits 1200 × 600', async () => {
    const logo = await readLogo(jpeg(1600, 1200, noise));
    expect(logo.mediaType).toBe('image/jpeg');
    expect(sizeOf(logo.bytes)).toEqual({ width: 800, height: 600 });
  });

  it.each([
    ['grey', flatJpeg([200]), [200, 200, 200]],
    ['CMYK', flatJpeg([255, 40, 40, 255], adobe(0)), [255, 40, 40]],
  ])('in %s becomes RGB', async (_, file, colour) => {
    const { bytes } = await readLogo(file);
    expect(bytes[bytes.indexOf(Buffer.from([0xff, 0xc0])) + 9]).toBe(3);
    expect(distance(colour, pixelAt(bytes, 4, 4))).toBeLessThan(6);
  });

  it('is turned the way the camera was held and loses its metadata', async () => {
    const file = withOrientation(
      jpeg(64, 32, (x) => (x < 32 ? red : blue)),
      6,
    );
    const { bytes } = await readLogo(file);
    expect(sizeOf(bytes)).toEqual({ width: 32, height: 64 });
    expect(distance(red.slice(0, 3), pixelAt(bytes, 16, 8))).toBeLessThan(12);
    expect(distance(blue.slice(0, 3), pixelAt(bytes, 16, 56))).toBeLessThan(12);
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('with an orientation that does not exist is taken as it is', async () => {
    const { bytes } = await readLogo(withOrientation(jpeg(64, 32), 9));
    expect(sizeOf(bytes)).toEqual({ width: 64, height: 32 });
  });
});

function adobe(transform: number): Buffer {
  return segment(
    0xee,
    Buffer.from(`Adobe\0\x64\0\0\0\0${String.fromCharCode(transform)}`, 'latin1'),
  );
}

describe('an SVG', () => {
  it.each([
    ['viewBox="0 0 100 50"', 1200, 600],
    ['viewBox="0 0 10 10"', 600, 600],
    ['width="40mm" height="1cm"', 1200, 300],
    ['width="100%" height="100%" viewBox="0 0 400 100"', 1200, 300],
    ['width="210mm" height="105mm" viewBox="0 0 21000 10500"', 1200, 600],
  ])('with %s is drawn as large as fits', async (root, width, height) => {
    const logo = await readLogo(svg(shape, root));
    expect(logo.mediaType).toBe('image/png');
    expect(sizeOf(logo.bytes)).toEqual({ width, height });
  });

  it('is drawn on a transparent background', async () => {
    const { bytes } = await readLogo(svg(shape));
    expect(distance([220, 20, 30, 128], pixelAt(bytes, 300, 300))).toBeLessThan(2);
    expect(pixelAt(bytes, 900, 300)).toEqual([0, 0, 0, 0]);
  });

  it('may have what drawing programs write: prefixes, gradients, styles, comments', async () => {
    const body = `<!-- made by hand --><metadata><rdf:RDF xmlns:rdf="urn:r"/></metadata>
      <style><![CDATA[.brand{fill:url("#shade")}]]></style>
      <linearGradient id="base"><stop stop-color="#00f"/></linearGradient>
      <linearGradient id="shade" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#base"/>
      <rect class="brand" width="100" height="50" style="stroke:url(&quot;#shade&quot;)"/>`;
    const file = Buffer.concat([
      Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- brand -->\n'),
      svg(body),
    ]);
    expect(pixelAt((await readLogo(file)).bytes, 600, 300)).toEqual([0, 0, 255, 255]);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script by prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg"/>'],
    ['an event handler', '<rect onclick="alert(1)"/>'],
    ['foreign content', '<foreignObject/>'],
    ['a picture', '<image href="data:image/png;base64,AA"/>'],
    ['a copy', '<use href="#a"/>'],
    ['a link', '<a href="#a"/>'],
    ['a picture in a filter', '<filter><feImage href="#a"/></filter>'],
    ['text', '<text>Finvo</text>'],
    ['an outside reference', '<linearGradient href="https://example.com/#a"/>'],
    ['an outside reference by xlink', '<path xlink:href="file:///etc/passwd"/>'],
    ['an outside url', '<rect fill="url(https://example.com/a)"/>'],
    ['an outside url in characters', '<rect fill="u&#x72;l( &quot;https://example.com/a)"/>'],
    ['an outside url in a style', '<style>rect{fill:url(//example.com)}</style>'],
    ['an import', '<style>@import "a.css";</style>'],
    ['an escaped import', '<style>@\\69mport "a.css";</style>'],
    ['a processing instruction', '<?xml-stylesheet href="a.css"?>'],
    ['deep nesting', '<g>'.repeat(60_000) + '</g>'.repeat(60_000)],
    ['very many elements', '<g/>'.repeat(20_000)],
    ['open elements', '<g><rect></g>'],
    ['the same attribute twice', '<g id="a" id="b"/>'],
    ['an entity nobody knows', '<g id="&lol;"/>'],
    ['a control character', '<g id="\u0001"/>'],
    ['more than 512 KiB', `<path d="${'M0 0'.repeat(140_000)}"/>`],
  ])('with %s is refused', async (_, body) => {
    expect(await refusal(svg(body + shape))).toBeInstanceOf(LogoInvalid);
  });

  it.each([
    ['<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 1 1">&a;</svg>'],
    ['<svg viewBox="0 0 1 1"/><svg viewBox="0 0 1 1"/>'],
    ['<svg viewBox="0 0 0 1"><path/></svg>'],
    ['<svg viewBox="0 0 -5 1"><path/></svg>'],
    ['<svg viewBox="0 0 1e99 1"><path/></svg>'],
    ['<svg><path/></svg>'],
    ['<svg width="50000" height="50000"><path/></svg>'],
    ['<svg viewBox="0 0 1 1">'],
    ['<svg '],
    ['<svg viewBox="0 0 1 1"><path fill="none" d="M0 0h1v1z"/></svg>'],
  ])('like %s is refused', async (file) => {
    expect(await refusal(Buffer.from(file))).toBeInstanceOf(LogoInvalid);
  });

  it('says what to do when it has text', async () => {
    const { message } = await refusal(svg('<g><text>Finvo</text></g>'));
    expect(message).toContain('convert text to paths');
  });

  it('that takes too long to draw is given up without holding up anything else', async () => {
    const slow = '<path d="M0 0 L100 25 L3 50z" opacity="0.5"/>'.repeat(9000);
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 50);
    const { message } = await refusal(svg(slow));
    clearInterval(clock);
    expect(message).toContain('too much work');
    expect(ticks).toBeGreaterThan(50);
    expect((await readLogo(png(8, 8))).mediaType).toBe('image/png');
  });
});

describe('many uploads at once', () => {
  it('wait for each other up to a limit; the others are asked to come again', async () => {
    const results = await Promise.allSettled(Array.from({ length: 23 }, () => readLogo(png(4, 4))));
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toBeInstanceOf(LogoBusy);
    expect((await readLogo(png(4, 4))).mediaType).toBe('image/png');
  });
});

describe('a file that is no picture or a broken one', () => {
  it.each([
    ['text', Buffer.from('hello')],
    ['HTML around an SVG', Buffer.from('<!DOCTYPE html><html><svg viewBox="0 0 1 1"/></html>')],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['compressed SVG', gzipSync(svg(shape))],
  ])('is refused by its content: %s', async (_, file) => {
    expect(await refusal(file)).toBeInstanceOf(LogoTypeUnsupported);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['a PNG cut off', png(60, 60, noise).subarray(0, 300)],
    ['a PNG without its end', png(60, 60, noise).subarray(0, -12)],
    ['a JPEG cut off', jpeg(60, 60, noise).subarray(0, 900)],
    ['a PNG of 50,000 × 50,000', claiming('png', 50_000, 50_000)],
    ['a PNG of 5,000 × 5,000', claiming('png', 5000, 5000)],
    ['a PNG of 0 × 4', claiming('png', 0, 4)],
    ['a JPEG of 65,000 × 65,000', claiming('jpeg', 65_000, 65_000)],
    ['a JPEG of 4 × 0', claiming('jpeg', 4, 0)],
    ['a PNG of another size than it says', claiming('png', 40, 40)],
    ['a PNG that shows nothing', png(8, 8, () => clear)],
  ])('is refused: %s', async (_, file) => {
    expect(await refusal(file)).toBeInstanceOf(LogoInvalid);
  });

  it('never ends in anything but a logo or a refusal, whatever was changed in it', async () => {
    const seeds = [png(24, 24, noise), jpeg(24, 24, noise), svg(shape), flatJpeg([9, 9, 9, 9])];
    const until = performance.now() + 3000;
    let state = 1;
    const random = (below: number): number =>
      (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    for (let round = 0; round < 4000 && performance.now() < until; round += 1) {
      const file = Buffer.from(seeds[round % seeds.length]!);
      for (let change = random(4); change >= 0; change -= 1)
        file[random(file.length)] = random(256);
      const result = await readLogo(
        file.subarray(0, file.length - (random(5) ? 0 : random(40))),
      ).catch((error: unknown) => error);
      const known = result instanceof LogoInvalid || result instanceof LogoTypeUnsupported;
      if (!known) expect(result).toHaveProperty('mediaType');
    }
  });
});
