/** A state that pages are drawn from, changed by actions alone. */
export interface ViewStore<State, Action> {
  readonly state: () => State;
  /** @returns what ends it */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells the listeners where the action has changed anything. */
  readonly dispatch: (action: Action) => void;
}

export function createStore<State, Action>(
  initial: State,
  reduce: (state: State, action: Action) => State,
): ViewStore<State, Action> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
