package org.wuduan.box;

import java.util.List;
import org.wuduan.contract.Reading;

/** Hears what becomes of readings; called off the event loop. */
interface ReadingNews {
    /** The reading is on disk. */
    void saved(Reading reading);

    /** The hub has acknowledged these. */
    void delivered(List<Reading> readings);

    /** Counts or troubles changed; read them anew. */
    void changed();
}
