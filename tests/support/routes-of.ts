import type { Express } from 'express';

interface Layer {
  readonly rawPath?: string | readonly string[] | RegExp;
  readonly route?: {
    readonly path: string | readonly string[];
    readonly stack: readonly { readonly method?: string }[];
  };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** Every address an Express app answers by a route of its own, as "METHOD /path", routers within routers included. */
export function routesOf(app: Express): readonly string[] {
  return [...new Set(below((app.router as unknown as { readonly stack: readonly Layer[] }).stack, ''))].sort();
}

function below(stack: readonly Layer[], prefix: string): readonly string[] {
  return stack.flatMap(({ route, handle, rawPath }) => {
    if (route)
      return paths(route.path).flatMap((path) =>
        route.stack.map(({ method = 'all' }) => `${method.toUpperCase()} ${join(prefix, path)}`),
      );
    return handle.stack ? paths(rawPath ?? '/').flatMap((path) => below(handle.stack ?? [], join(prefix, path))) : [];
  });
}

function paths(path: string | readonly string[] | RegExp): readonly string[] {
  return Array.isArray(path) ? (path as readonly string[]) : [String(path)];
}

function join(prefix: string, path: string): string {
  return path === '/' ? prefix : `${prefix}${path}`;
}
