package org.wuduan.launcher.supervise;

/** What the supervisor asks the machine to do. */
public sealed interface Step {

    /** Start this sibling, then report it ready or dead. */
    record Start(ProcessSpec spec) implements Step {}

    /** Ask this sibling to end, with the signal of its {@link ProcessSpec.Stop}. */
    record AskToEnd(ProcessSpec spec) implements Step {}

    /** It did not end, or did not answer, in time: kill it. */
    record Kill(String name) implements Step {}

    /** It has died so many times in a row that a person should know; it is still started again. */
    record TellKeepsDying(String name, int deaths) implements Step {}

    /** It keeps dying and was never ready: the start as a whole has failed. */
    record GiveUp(String name) implements Step {}

    /** Nothing runs any more after {@link Supervisor#stop}. */
    record AllEnded() implements Step {}
}
