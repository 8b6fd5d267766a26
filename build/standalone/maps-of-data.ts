import type { Plugin } from 'rollup';

/** Nobody steps through the built-in documents and the translations: their maps would be a tenth of the package. */
export function withoutMapsOfData(): Plugin {
  const isData = (id: string): boolean => /\/dist\/(?:built-in|localization)\/generated\//.test(id);
  return {
    name: 'without-maps-of-data',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.sourcemapFileName || !chunk.moduleIds.every(isData)) continue;
        chunk.code = chunk.code.replace(`//# sourceMappingURL=${chunk.sourcemapFileName}\n`, '');
        Reflect.deleteProperty(bundle, chunk.sourcemapFileName);
      }
    },
  };
}
