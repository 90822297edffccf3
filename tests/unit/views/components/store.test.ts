import { describe, expect, it } from 'vitest';
import { createStore } from '../../../../views/components/store.ts';

const counter = () => createStore(0, (state: number, step: number) => state + step);

describe('createStore', () => {
  it('tells listeners what has changed, and is silent where nothing has', () => {
    const store = counter();
    const heard: number[] = [];
    store.subscribe(() => heard.push(store.state()));
    store.dispatch(2);
    store.dispatch(0);
    store.dispatch(3);
    expect(heard).toEqual([2, 5]);
  });

  it('tells nothing more to who has left', () => {
    const store = counter();
    let heard = 0;
    const leave = store.subscribe(() => heard++);
    store.dispatch(1);
    leave();
    store.dispatch(1);
    expect([heard, store.state()]).toEqual([1, 2]);
  });
});
