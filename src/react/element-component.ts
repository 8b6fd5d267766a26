'use client';
import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import { createSorter } from './element-props.ts';
import type { ElementSurface, Handler, SortedProps } from './element-props.ts';

/** Before the first paint; on a server, where React 18 warns of it, not at all. */
const useCommitted = typeof document === 'undefined' ? useEffect : useLayoutEffect;

const noValues: SortedProps['values'] = new Map();
const noHandlers: SortedProps['handlers'] = new Map();

/**
 * Makes a component of an element. React writes the attributes, on a server too; objects, functions and listeners, which it
 * drops where a server has rendered, are given to the element once it is hydrated. The element waits for that: nothing of
 * it is shown, loaded or dispatched before it knows all that the page says.
 */
export function elementComponent<Element extends HTMLElement, Props extends object>(
  surface: ElementSurface,
): ForwardRefExoticComponent<Props & RefAttributes<Element>> {
  const sort = createSorter(surface);
  const types = Object.values(surface.events);

  const component = forwardRef<Element, object>((props, forwarded) => {
    const { attributes, values, handlers } = sort(props);
    const own = useRef<Element>(null);
    const given = useRef(noValues);
    const heard = useRef(noHandlers);

    useCommitted(() => {
      const element = own.current!;
      // The same one for good: a handler that changes leaves no moment in which nobody listens.
      const listen: Handler = (event) => heard.current.get(event.type)?.(event);
      for (const type of types) element.addEventListener(type, listen);
      return () => {
        for (const type of types) element.removeEventListener(type, listen);
      };
    }, []);

    useCommitted(() => {
      const element = own.current!;
      heard.current = handlers;
      for (const [property, value] of changesOf(given.current, values, surface, attributes))
        Object.assign(element, { [property]: value });
      given.current = values;
      // By hand: for React it stays, so that it never comes back.
      element.removeAttribute('defer-hydration');
    });

    useImperativeHandle(forwarded, () => own.current!, []);
    return createElement(surface.tag, { ...attributes, 'defer-hydration': '', ref: own });
  });
  component.displayName = surface.name;
  return component;
}

/** What is new, and what is gone: `undefined` brings the default back. */
function* changesOf(
  before: SortedProps['values'],
  now: SortedProps['values'],
  { properties }: ElementSurface,
  attributes: SortedProps['attributes'],
): Generator<[property: string, value: unknown]> {
  for (const property of before.keys()) {
    const attribute = properties[property];
    const isWritten = typeof attribute === 'string' && attributes[attribute] !== undefined;
    if (!now.has(property) && !isWritten) yield [property, undefined];
  }
  for (const [property, value] of now)
    if (!before.has(property) || !Object.is(before.get(property), value)) yield [property, value];
}
