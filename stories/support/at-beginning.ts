type Prepare<Context, Result> = (context: Context) => Result | Promise<Result>;

/**
 * What prepares a story, run when the story begins and not again when a toolbar changes: Storybook calls `beforeEach`
 * for every rendering, and the element on screen would find its device emptied under it.
 */
export function atBeginning<Context extends { readonly abortSignal: AbortSignal }, Result>(
  prepare: Prepare<Context, Result>,
): (context: Context) => Promise<Result | undefined> {
  // A story that begins anew has a new signal.
  const begun = new WeakSet<AbortSignal>();
  return async (context) => {
    if (begun.has(context.abortSignal)) return undefined;
    begun.add(context.abortSignal);
    return prepare(context);
  };
}
