import { type FastifyInstance } from 'fastify';

/** Remembers every route, to answer 405 with its methods where Fastify alone would answer 404. */
export class RouteTable {
  private readonly methodsByPattern = new Map<string, Set<string>>();

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const known = this.methodsByPattern.get(url) ?? new Set<string>();
      for (const name of [method].flat()) known.add(name);
      this.methodsByPattern.set(url, known);
    });
  }

  /** The methods that the path of `url` has, sorted; none if there is no such path. */
  methodsOf(url: string): string[] {
    const parts = (url.split('?', 1)[0] ?? '').split('/');
    const methods = new Set<string>();
    for (const [pattern, known] of this.methodsByPattern) {
      if (matches(pattern.split('/'), parts)) for (const method of known) methods.add(method);
    }
    return [...methods].sort();
  }
}

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((name, index) =>
      name.startsWith(':') ? parts[index] !== '' : name === parts[index],
    )
  );
}
