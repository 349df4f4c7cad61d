import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface Operation {
  readonly security?: readonly Record<string, unknown>[];
  readonly responses: Record<string, unknown>;
}

/** The OpenAPI 3.1 document of every route, built from the DTOs. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Finvo')
    .setDescription(
      'Invoice JSON in, a professional PDF out, found again byte for byte. ' +
        'Send your API key as `Authorization: Bearer finvo_sk_…`; every error is a problem (RFC 9457) with a stable `code`.',
    )
    .setVersion('1')
    .addTag('Invoices', 'Issue, calculate, find and download invoices.')
    .addTag('E-invoices', 'Make, check and read Factur-X, XRechnung and Peppol.')
    .addTag('Recurring invoices', 'Schedules that issue an invoice in every period.')
    .addTag('Account and key', 'What an API key may know and do about itself.')
    .addTag('Health', 'For whoever starts and routes to the process.')
    .addTag(
      'Dashboard: sign-in',
      'The dashboard authenticates with a session cookie, never with a key.',
    )
    .addTag('Dashboard: security')
    .addTag('Dashboard: organization')
    .addTag('Dashboard: API keys')
    .addTag('Dashboard: invoices')
    .addTag('Dashboard: recurring invoices')
    .addTag('Dashboard: exports')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API key from Settings → API Keys.' },
      'api-key',
    )
    .addCookieAuth(
      '__Host-finvo_session',
      { type: 'apiKey', in: 'cookie', description: 'The session of the dashboard.' },
      'session',
    )
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
  describeRateLimits(document);
  return document;
}

/** Every route of the API door has rate limits; the same handlers have none at the dashboard's door. */
function describeRateLimits({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const { security = [], responses } of operations) {
    if (!security.some((scheme) => 'api-key' in scheme)) continue;
    responses['429'] = {
      description:
        'Too many requests: `Retry-After` says in how many seconds the next one is taken. ' +
        'Every answer tells what is allowed and left in `RateLimit-Policy` and `RateLimit`.',
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
      },
    };
  }
}

/** Serves the document at /openapi.json and Swagger UI at /docs. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Finvo API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true },
  });
}
