/** Work that a button begins and the server may refuse: whether it runs, and why it failed. */

import { useState } from "preact/hooks";
import { asApiError } from "./use-answer";

interface Attempt {
  busy: boolean;
  /** Why the last one failed; empty if it did not. */
  problem: string;
  attempt: (work: () => Promise<void>) => Promise<void>;
}

export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem("");
    try {
      await work();
    } catch (error) {
      setProblem(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, attempt };
}
