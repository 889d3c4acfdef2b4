package org.wuduan.launcher.lan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the hub shows to terminals of the network. */
public sealed interface DoorCertificate permits GeneratedCertificate, BroughtCertificate {

    /** PEM: the server's certificate first, then those that vouch for it. */
    Path certificateFile();

    /** PEM; may be the same file. */
    Path keyFile();

    /** The authority that terminals must be told to trust; empty when they know it already. */
    Optional<Path> authorityFile();

    /** Of that authority, for people who compare. */
    Optional<Fingerprints> authorityFingerprints();

    /** Names that stand in it and that a person can type, the best first; a wildcard {@code *.x} is none. */
    List<String> typed();

    /** All that a terminal may call this machine: addresses, host names, wildcards. */
    List<String> accepted();

    /**
     * Renews what ends soon, where that is in our hands. Asked at the start and then every hour.
     *
     * @return a sentence for the person who runs this, when there is something to tell
     */
    Optional<String> keepUp();
}
