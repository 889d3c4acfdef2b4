package org.wuduan.signed;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/**
 * Verifies exported signed documents with nothing but the files. Status 0: everything holds; 1: something does not; 2: a
 * file could not be read.
 *
 * <p>A file proves what its key signed. Whose key that is, it can't prove by itself: whoever makes a key and signs anew has
 * a file that holds. So the fingerprint is compared with the one that the institution names, by {@code --key}.
 */
public final class VerifySigned {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;
    private static final String KEY = "--key";

    /** Largest file that is read, in bytes. */
    static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

    private final PrintStream out;
    private final SignedChain chain = new SignedChain(List.of(new Ed25519Check()));
    private final Set<String> expectedKeys = new HashSet<>();

    private VerifySigned(PrintStream out) {
        this.out = out;
    }

    /** {@code [--key FINGERPRINT]… FILE…} */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    static int run(List<String> arguments, PrintStream out) {
        var verify = new VerifySigned(out);
        var files = new ArrayList<Path>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var one = rest.next();
            if (one.equals(KEY) && rest.hasNext()) {
                verify.expectedKeys.add(rest.next().replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT));
            } else {
                files.add(Path.of(one));
            }
        }
        if (files.isEmpty()) {
            out.println("verify-signed: name the files: ./run verify-signed [--key FINGERPRINT]… FILE…");
            return UNREADABLE;
        }
        return files.stream().mapToInt(verify::file).max().orElse(UNREADABLE);
    }

    private int file(Path path) {
        try {
            if (Files.size(path) > FILE_BYTES_MAX) {
                out.println(path + ": NOT VERIFIED. The file is larger than " + FILE_BYTES_MAX + " bytes.");
                return UNREADABLE;
            }
            return file(path, WireJson.mapper().readValue(Files.readString(path), SignedFile.class));
        } catch (IOException unreadable) {
            out.println(path + ": NOT VERIFIED. The file can't be read.");
        } catch (JacksonException notTheForm) {
            out.println(path + ": NOT VERIFIED. This is no file of signed versions, or its form was changed.");
        }
        return UNREADABLE;
    }

    private int file(Path path, SignedFile file) {
        if (!SignedFile.FORMAT.equals(file.format())
                || file.versions().isEmpty()
                || !file.versions().stream().allMatch(VerifySigned::isWhole)) {
            out.println(path + ": NOT VERIFIED. It holds no versions of the form " + SignedFile.FORMAT + ".");
            return UNREADABLE;
        }
        boolean holds = true;
        int number = 0;
        for (var judged : chain.judge(file)) {
            number++;
            var faults = faults(judged);
            out.println(path + ": version " + number + " " + (faults.isEmpty() ? "holds. " : "DOES NOT HOLD. ")
                    + String.join(" ", faults) + (faults.isEmpty() ? who(judged) : ""));
            holds &= faults.isEmpty();
        }
        out.println(path + ": " + (holds ? "whole. " : "BROKEN. ") + number + " versions of document " + file.document()
                + ".");
        return holds ? HOLDS : BROKEN;
    }

    /** What a file leaves out is read as null. */
    private static boolean isWhole(SignedFile.Version one) {
        return Stream.of(one.payload(), one.hash(), one.algorithm(), one.publicKey(), one.signature())
                .allMatch(Objects::nonNull);
    }

    private List<String> faults(SignedChain.Judged judged) {
        var verdict = judged.verdict();
        var faults = new ArrayList<String>();
        if (!verdict.content()) {
            faults.add("The content is not what its hash was taken of.");
        }
        if (!verdict.chain()) {
            faults.add("It does not follow the version before it, or belongs to another document.");
        }
        if (!verdict.signature()) {
            faults.add("The signature is not one of this key over this content.");
        }
        if (!verdict.key()) {
            faults.add("The key is not the one that the signed content names.");
        }
        boolean expected = expectedKeys.isEmpty()
                || judged.payload()
                        .filter(one -> expectedKeys.contains(one.signer().key()))
                        .isPresent();
        if (!expected) {
            faults.add("It was signed with another key than you named.");
        }
        return faults;
    }

    private static String who(SignedChain.Judged judged) {
        return judged.payload()
                .map(one -> "Signed " + one.signedAt() + " by " + one.signer().name() + ", "
                        + one.signer().institution() + "; key " + one.signer().key() + ".")
                // names of a stranger's file write no lines of their own
                .map(words -> words.replaceAll("\\p{Cc}", " "))
                .orElse("");
    }
}
