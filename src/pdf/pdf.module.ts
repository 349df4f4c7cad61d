import { Module } from '@nestjs/common';
import { DocumentRenderer } from './document-renderer.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { OwnTemplates } from './own/own-templates.js';
import { PdfRenderer } from './pdf-renderer.js';
import { TemplateChoice } from './template-choice.js';

/** Turns a {@link PdfDocument} into a PDF; knows no invoice, no HTTP and no database. */
@Module({
  providers: [DocumentRenderer, GlyphCoverage, OwnTemplates, PdfRenderer, TemplateChoice],
  exports: [DocumentRenderer, GlyphCoverage, OwnTemplates, PdfRenderer, TemplateChoice],
})
export class PdfModule {}
