import { Module } from '@nestjs/common';
import { GlyphCoverage } from './glyph-coverage.js';
import { PdfRenderer } from './pdf-renderer.js';

/** Turns a {@link PdfDocument} into a PDF; knows no invoice, no HTTP and no database. */
@Module({ providers: [GlyphCoverage, PdfRenderer], exports: [GlyphCoverage, PdfRenderer] })
export class PdfModule {}
