package org.wuduan.wearables.bluez;

/** Waiting for threads that are about to end. */
final class Waiting {
    private Waiting() {}

    /** Waits until the thread has ended; an interrupt meanwhile is kept for the caller. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
