/** A plugin's factory: the types of some say CommonJS, whose default Node would give as a property of the module. */
export function callable<Factory>(plugin: { readonly default: Factory }): Factory {
  return plugin as unknown as Factory;
}
