package org.wuduan.durability;

import java.io.IOException;

/** Something that writes on a disk whose power is cut again and again. */
interface Scene extends AutoCloseable {
    /** Lets it work for a while that the seed chooses, cuts the power, brings it back and counts. */
    Crash crash(long seed) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
