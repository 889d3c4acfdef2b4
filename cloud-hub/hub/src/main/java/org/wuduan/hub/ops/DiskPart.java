package org.wuduan.hub.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;

/** Looks at the disk on which the data lies. */
@Component
class DiskPart {
    /** As much as a start wants: below, a database soon stops in mid-sentence. */
    static final long FREE_MIB_MIN = 512;

    private static final String NAME = "disk";
    private static final int BITS_OF_A_MIB = 20;

    private final Path data;

    DiskPart(@Value("${hub.data}") Path data) {
        this.data = data;
    }

    Finding look() {
        try {
            return judged(Files.getFileStore(data).getUsableSpace() >> BITS_OF_A_MIB);
        } catch (IOException notThere) {
            return Finding.of(PartKind.DISK, NAME, PartState.ILL, PartTrouble.UNREADABLE);
        }
    }

    static Finding judged(long freeMib) {
        var found = freeMib < FREE_MIB_MIN
                ? Finding.of(PartKind.DISK, NAME, PartState.ILL, PartTrouble.NEARLY_FULL)
                : Finding.well(PartKind.DISK, NAME);
        return found.with(Finding.Detail.ofFreeMib(freeMib));
    }
}
