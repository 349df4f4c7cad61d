import { Module } from '@nestjs/common';
import { DocumentMoves } from './document-moves.js';
import { DocumentObjects } from './document-objects.js';
import { DocumentsRepository } from './documents.repository.js';
import { DocumentsService } from './documents.service.js';
import { ObjectStore } from './object-store.js';

/** The bytes of PDFs, in the database or in a store; knows invoices and accounts by their ids only. */
@Module({
  providers: [DocumentMoves, DocumentObjects, DocumentsRepository, DocumentsService, ObjectStore],
  exports: [DocumentMoves, DocumentObjects, DocumentsService, ObjectStore],
})
export class DocumentsModule {}
