import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { APP_CONFIG } from '../../config/config.module.js';
import type { AppConfig } from '../../config/config.js';
import { GlyphCoverage } from '../glyph-coverage.js';
import type { PdfDocument } from '../pdf-document.js';
import { type Attempt, attempts, logoFileOf, type RenderTask } from '../render-task.js';
import { ownTemplateOf, ownVersion } from '../template-versions.js';
import { bareExample, fullExample } from './example-documents.js';
import { OwnRenderer } from './own-renderer.js';
import { TemplateFailure } from './render-child.js';
import { readTemplateFolder, type TemplateFolder } from './template-folder.js';

/** What a process may use; an invoice of a thousand lines takes a third of it. */
const memoryBytesMax = 536_870_912;
const processesMax = 2;

/** The layouts of the operator (TEMPLATES_DIR, docs/own-templates.md): none before {@link use} was called. */
@Injectable()
export class OwnTemplates implements OnApplicationShutdown {
  private folder: TemplateFolder = readTemplateFolder(undefined);
  private readonly problems = new Map<string, string>();
  private renderer: OwnRenderer | undefined;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly coverage: GlyphCoverage,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.renderer?.close();
  }

  /** Their names, in alphabetical order. */
  get names(): readonly string[] {
    return this.folder.names;
  }

  /** Why a layout cannot be chosen. */
  problemOf(name: string): string | undefined {
    return this.problems.get(name);
  }

  /** What an invoice that is made now keeps of its layout. */
  version(name: string): string {
    return ownVersion(name, this.folder.version);
  }

  /**
   * Takes the layouts of a folder and renders two examples in each of them, one with everything and one with
   * nothing optional. To be called once, before anybody asks for a layout.
   */
  async use(folder: TemplateFolder): Promise<void> {
    this.folder = folder;
    for (const name of folder.names) await this.check(name);
  }

  /** The example with everything, as a PDF. @throws TemplateFailure */
  example(name: string): Promise<Buffer> {
    return this.draw(name, { document: fullExample, standard: 'a-3a' });
  }

  /**
   * Renders a document in its layout as it is now, with the same nets as every other document.
   * @throws TemplateFailure when the layout is gone or makes no PDF of it
   * @throws RendererBusy, RenderTimeout
   */
  async render(document: PdfDocument): Promise<Buffer> {
    const own = ownTemplateOf(document.template);
    if (own === undefined || !this.names.includes(own.name)) {
      throw new TemplateFailure('There is no layout of this name any more.', 'refused');
    }
    let failure: unknown;
    for (const attempt of attempts(document, this.coverage)) {
      try {
        return await this.draw(own.name, attempt);
      } catch (error) {
        if (!(error instanceof TemplateFailure) || error.reason !== 'refused') throw error;
        failure ??= error;
      }
    }
    throw failure;
  }

  private async check(name: string): Promise<void> {
    try {
      for (const document of [fullExample, bareExample]) {
        await this.draw(name, { document, standard: 'a-3a' });
      }
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      this.problems.set(name, error.message);
    }
  }

  private draw(name: string, attempt: Attempt): Promise<Buffer> {
    this.renderer ??= this.startRenderer();
    return this.renderer.render(taskOf(name, attempt));
  }

  private startRenderer(): OwnRenderer {
    const { files, families } = this.coverage.fonts;
    const fonts = { fontFiles: files, fontFamilies: families.map(({ name }) => name) };
    const own = { ...this.folder.files, ...framesOf(this.names) };
    const processes = Math.min(processesMax, this.config.pdf.renderThreads);
    const timeoutMs = this.config.pdf.templateTimeoutMs;
    return new OwnRenderer({ files: own, fonts, memoryBytesMax, timeoutMs }, processes);
  }
}

const mainOf = (name: string) => `finvo/${name}-main.typ`;

/** What Finvo puts into the folder: how texts are set, and around each layout what all of them need. */
function framesOf(names: readonly string[]): Record<string, Uint8Array> {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)));
  const frame = read('./frame.typ').toString();
  const mains = names.map((name) => [
    mainOf(name),
    Buffer.from(frame.replace('LAYOUT.typ', `${name}.typ`)),
  ]);
  return {
    'finvo/text.typ': read('../templates/clean-1/text.typ'),
    ...(Object.fromEntries(mains) as Record<string, Uint8Array>),
  };
}

function taskOf(name: string, { document, standard }: Attempt): RenderTask {
  const { createdAt, logo, eInvoice } = document;
  const logoFile = logoFileOf(document) && `finvo/${logoFileOf(document)}`;
  return {
    standard,
    main: mainOf(name),
    createdAt,
    logo,
    logoFile,
    eInvoice,
    data: { 'finvo/document.json': JSON.stringify(templateData(document)) },
  };
}

/** What a layout of the operator finds in `/finvo/document.json`. */
export function templateData(document: PdfDocument): Readonly<Record<string, unknown>> {
  const { template: _template, eInvoice: _eInvoice, logo, ...shown } = document;
  return { ...shown, ...(logo && { logo: `/finvo/${logoFileOf(document)}` }) };
}
