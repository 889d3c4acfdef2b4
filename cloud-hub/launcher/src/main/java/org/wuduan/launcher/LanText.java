package org.wuduan.launcher;

import java.util.ArrayList;
import java.util.List;
import org.wuduan.launcher.lan.LanDoor;

/** What a person is told who wants to take part from a phone or another laptop. */
final class LanText {

    private LanText() {}

    static List<String> lines(LanDoor door) {
        var lines = new ArrayList<String>();
        var urls = door.urls();
        var best = urls.getFirst();
        lines.add("");
        lines.add("  phones and laptops of the same network:");
        lines.add("    phone    " + best + "/family/");
        lines.add("    doctor   " + best + "/doctor/");
        lines.add("    admin    " + best + "/admin/");
        if (urls.size() > 1) {
            lines.add("    or by name, where the network knows it: " + String.join(" ", urls.subList(1, urls.size())));
        }
        door.certificate().authorityFingerprints().ifPresent(prints -> {
            lines.add("  each of them must trust this machine once: open " + best + LanDoor.TRUST_PATH);
            lines.add(
                    "    in spite of the browser's warning. It gives an authority: install it only when its fingerprint");
            lines.add("    is this one. The same authority lies in "
                    + door.certificate().authorityFile().map(Object::toString).orElse(""));
            lines.add("    SHA-256 " + prints.sha256());
            lines.add("    SHA-1   " + prints.sha1() + " (Windows shows this one)");
            QrLines.of(best + LanDoor.TRUST_PATH).forEach(line -> lines.add("    " + line));
        });
        lines.add("");
        return lines;
    }
}
