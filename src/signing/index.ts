export * from './client.ts';
export * from './create-signing.ts';
export * from './endpoint.ts';
export * from './open-signing.ts';
export * from './signature-state.ts';
export type { Signing, SigningOptions, SigningState } from './signing-types.ts';
