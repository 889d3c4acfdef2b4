package org.wuduan.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wuduan.contract.Reading;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.contract.WireJson;
import org.wuduan.wearables.Radio;

/**
 * Which wearables the radio connects: those of the household, as the hub last said; kept in {@code wearables.json}, so that
 * they are measured by while the hub is away. Also how far the records of a meter are kept.
 */
final class WearableList {
    static final String FILE = "wearables.json";

    private final Path file;
    private final Radio radio;
    private Kept kept;

    /**
     * What is on disk.
     *
     * @param wearables addresses with the advertised names
     * @param records by address: the newest record number of a meter that is in the outbox or was delivered
     */
    private record Kept(Map<String, String> wearables, Map<String, Integer> records) {
        Kept {
            wearables = Map.copyOf(wearables);
            records = Map.copyOf(records);
        }

        static final Kept NOTHING = new Kept(Map.of(), Map.of());
    }

    WearableList(Path data, Radio radio) throws IOException {
        this.file = data.resolve(FILE);
        this.radio = radio;
        this.kept =
                Files.exists(file) ? WireJson.mapper().readValue(Files.readAllBytes(file), Kept.class) : Kept.NOTHING;
    }

    /** Tells the radio what is known from before. */
    synchronized void begin() {
        kept.records().forEach(radio::kept);
        admit(kept.wearables().keySet());
    }

    /** The hub has said which they are. */
    synchronized void became(List<KnownWearable> wearables) throws IOException {
        Map<String, String> now =
                wearables.stream().collect(Collectors.toMap(KnownWearable::address, KnownWearable::model));
        if (now.equals(kept.wearables())) {
            return;
        }
        Map<String, Integer> records = new HashMap<>(kept.records());
        records.keySet().retainAll(now.keySet());
        admit(now.keySet());
        keep(new Kept(now, records));
    }

    /** A meter's record is safe: it need not be fetched again. */
    synchronized void saved(Reading reading) throws IOException {
        Integer sequence = reading.sequence();
        String address = reading.device().address();
        boolean listed = kept.wearables().containsKey(address);
        if (sequence == null || !listed || sequence.equals(kept.records().get(address))) {
            return;
        }
        Map<String, Integer> records = new HashMap<>(kept.records());
        records.put(address, sequence);
        keep(new Kept(kept.wearables(), records));
        radio.kept(address, sequence);
    }

    private void admit(Set<String> addresses) {
        radio.admit(addresses.stream().sorted().limit(Radio.ADMITTED_MAX).collect(Collectors.toSet()));
    }

    private void keep(Kept next) throws IOException {
        PrivateFiles.write(file, WireJson.mapper().writeValueAsBytes(next));
        kept = next;
    }
}
