/** Word of new events, where the engine passes it on. */
export interface EventSignals {
  /** @param heard called when events may have come that are not read yet, whichever process wrote them */
  watchEvents(heard: () => void): EventWatch;
}

/** Somebody who waits for events. */
export interface EventWatch {
  /** Whether word comes at present. While it does not, whoever waits has to look by himself. */
  readonly told: boolean;
  end(): void;
}

/** Of an engine that tells nothing. */
export const NOT_TOLD: EventWatch = { told: false, end() {} };
