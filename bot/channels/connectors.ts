import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];
type Factory = ReturnType<Authentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<Factory['create']>>;

/** Few service URLs are on the list; past this many, in development, the oldest goes. */
const MOST_KEPT = 100;

/**
 * The SDK's authentication, making its clients once. By itself it makes three for every turn, which costs more than
 * reading the question; a client holds a service URL and credentials that renew themselves, nothing of a conversation.
 */
export function keepClients(authentication: Authentication): Authentication {
  const factories = new Map<string, Factory>();
  const users = new Map<string, ReturnType<Authentication['createUserTokenClient']>>();
  const factoryFor = (identity: Identity): Factory =>
    remembered(factories, appOf(identity), () => keepConnectors(authentication.createConnectorFactory(identity)));
  const kept: Pick<Authentication, 'authenticateRequest' | 'createConnectorFactory' | 'createUserTokenClient'> = {
    authenticateRequest: async (activity, header) => {
      const caller = await authentication.authenticateRequest(activity, header);
      return { ...caller, connectorFactory: factoryFor(caller.claimsIdentity) };
    },
    createConnectorFactory: factoryFor,
    createUserTokenClient: (identity) =>
      remembered(users, appOf(identity), () => authentication.createUserTokenClient(identity)),
  };
  return Object.assign(Object.create(authentication) as Authentication, kept);
}

function keepConnectors(factory: Factory): Factory {
  const connectors = new Map<string, Promise<Connector>>();
  const create: Factory['create'] = (serviceUrl, audience) =>
    remembered(connectors, `${audience ?? ''} ${serviceUrl}`, (key) =>
      factory.create(serviceUrl, audience).catch((error: unknown) => {
        connectors.delete(key);
        throw error;
      }),
    );
  return Object.assign(Object.create(factory) as Factory, { create });
}

/** The app of a checked token, as the SDK finds it. */
function appOf(identity: Identity): string {
  return identity.getClaimValue('aud') ?? identity.getClaimValue('appid') ?? '';
}

function remembered<V>(map: Map<string, V>, key: string, make: (key: string) => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  map.set(key, made);
  const [oldest] = map.keys();
  if (map.size > MOST_KEPT && oldest !== undefined) map.delete(oldest);
  return made;
}
