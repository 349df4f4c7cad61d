import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';

/** Documents a form of a file and, as JSON text, how it is to be read. */
export function ApiImportForm(plan: new () => object): MethodDecorator {
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiExtraModels(plan),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary', description: 'The CSV file, up to 2 MiB.' },
          plan: { $ref: getSchemaPath(plan) },
        },
      },
    }),
  );
}
