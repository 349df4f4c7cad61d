import { Injectable, Logger } from '@nestjs/common';
import { InvalidRequest } from '../common/errors/app-error.js';
import { OwnTemplates } from './own/own-templates.js';
import { TemplateFailure } from './own/render-child.js';
import type { PdfDocument } from './pdf-document.js';
import { PdfRenderer } from './pdf-renderer.js';
import { brokenTemplate } from './template-choice.js';
import {
  currentVersion,
  ownTemplateOf,
  templateNameOf,
  usualTemplate,
} from './template-versions.js';

/** Makes PDFs in whichever layout a document names. */
@Injectable()
export class DocumentRenderer {
  private readonly logger = new Logger(DocumentRenderer.name);

  constructor(
    private readonly renderer: PdfRenderer,
    private readonly own: OwnTemplates,
  ) {}

  /** Refuses now what could only wait in vain. @throws RendererBusy when too many documents wait */
  expectRoom(): void {
    this.renderer.expectRoom();
  }

  /**
   * A document that must not be lost: where the operator's layout makes no PDF of it, it is printed in the
   * usual layout.
   * @throws RendererBusy, RenderTimeout
   */
  async render(document: PdfDocument): Promise<Buffer> {
    const own = ownTemplateOf(document.template);
    if (own === undefined) return this.renderer.render(document);
    this.tellOfChange(document);
    try {
      return await this.own.render(document);
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      this.logger.warn(
        `${document.title} is printed in the layout "${usualTemplate}", as "${own.name}" makes no PDF of it: ${error.message}`,
      );
      return this.renderer.render({ ...document, template: currentVersion(usualTemplate) });
    }
  }

  /**
   * A document that is only looked at, in its own layout or not at all.
   * @throws InvalidRequest with the fault `template_broken`
   * @throws RendererBusy, RenderTimeout
   */
  async preview(document: PdfDocument): Promise<Buffer> {
    if (ownTemplateOf(document.template) === undefined) return this.renderer.render(document);
    try {
      return await this.own.render(document);
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      throw new InvalidRequest([brokenTemplate(templateNameOf(document.template), error.message)]);
    }
  }

  private tellOfChange({ template, title }: PdfDocument): void {
    const name = templateNameOf(template);
    if (!this.own.names.includes(name) || this.own.version(name) === template) return;
    this.logger.warn(
      `${title} is printed in the layout "${name}" as it is now; the folder has changed since.`,
    );
  }
}
