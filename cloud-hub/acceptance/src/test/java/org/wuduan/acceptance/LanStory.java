package org.wuduan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A phone and a laptop on other machines of the network take part in a call with the television of this one; a television
 * elsewhere finds the hub; the machine's address goes and comes back.
 */
@Tag("lan")
class LanStory {
    private static final String STORY = "lan";

    @Test
    void a_phone_and_a_laptop_of_the_network_take_part() {
        try (var network = HomeNetwork.make();
                var stack = Stack.startBy(
                        network.onTheMachine(), STORY, "--lan", HomeNetwork.MACHINE_ADDRESS, "--lan-port", "0")) {
            nothingElseIsOpen(network, stack);
            theAuthorityIsEnough(network, stack);
            threeMeet(network, stack);
            aHubThatDiesWithoutTheAddressComesBack(network, stack);
        }
    }

    private static void aHubThatDiesWithoutTheAddressComesBack(HomeNetwork network, Stack stack) {
        var authority = stack.data().resolve("secrets/lan-authority.crt").toString();
        var family = List.of("get", authority, stack.lan() + "/family/");
        var old = stack.pid("hub");

        network.loseAddress();
        stack.printed("· This machine no longer has the address " + HomeNetwork.MACHINE_ADDRESS);
        stack.kill("hub");
        stack.awaitAnew("hub", old);
        stack.printed("· hub answers again");
        assertThat(visit(network, family)).isNotEqualTo("200");

        network.regainAddress();
        Patience.until(
                "the door to the network is open again",
                () -> visit(network, family).equals("200"));
    }

    /** Of all ports that are kept for this machine's processes, the network reaches one. */
    private static void nothingElseIsOpen(HomeNetwork network, Stack stack) {
        var ports = ports(stack);
        var lanPort = Integer.toString(URI.create(stack.lan()).getPort());
        assertThat(ports).contains(lanPort).hasSizeGreaterThan(5);

        var command = new ArrayList<>(List.of("connect", HomeNetwork.MACHINE_ADDRESS));
        command.addAll(ports);

        assertThat(visit(network, command)).isEqualTo(lanPort);
    }

    private static List<String> ports(Stack stack) {
        var ports = new Properties();
        try {
            ports.load(new StringReader(Files.readString(stack.data().resolve("run/ports.properties"))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ports.values().stream().map(Object::toString).sorted().toList();
    }

    private static void theAuthorityIsEnough(HomeNetwork network, Stack stack) {
        var authority = stack.data().resolve("secrets/lan-authority.crt").toString();

        assertThat(visit(network, List.of("get", authority, stack.lan() + "/family/")))
                .isEqualTo("200");
        assertThat(visit(network, List.of("get", authority, stack.lan() + "/operations/status")))
                .isEqualTo("404");
    }

    private static String visit(HomeNetwork network, List<String> arguments) {
        var command = Stream.of(
                        network.onAVisitor(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                Stack.ROOT
                                        .resolve("cloud-hub/acceptance/target/test-classes")
                                        .toString(),
                                LanVisitor.class.getName()),
                        arguments)
                .flatMap(List::stream)
                .toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void threeMeet(HomeNetwork network, Stack stack) {
        var home = Stack.home(STORY);
        var atHome = HomeNetwork.chromium(network.onTheMachine(), home, "chromium-at-home");
        var visiting = HomeNetwork.chromium(network.onAVisitor(), home, "chromium-visiting");
        var trusting = new ArrayList<>(Browsers.flags("drawnDevices"));
        trusting.add("--ignore-certificate-errors-spki-list=" + keyOfTheCertificate(stack));
        try (var living = Browsers.open(atHome, Browsers.flags("drawnDevices"));
                var others = Browsers.open(visiting, trusting)) {
            var tv = new Television(living.terminal("tv-1", Cast.PATIENT, 1280, 720));
            var phone = new FamilyPhone(others.terminal("family-1", Cast.CHILD, 390, 844));
            var desk = new DoctorDesk(others.terminal("doctor-1", Cast.FIRST, 1366, 768));
            living.tell(STORY, () -> others.tell(STORY, () -> meet(stack, tv, phone, desk)));
            living.screenshots(STORY, "1-call");
            others.screenshots(STORY, "1-call");
            aTelevisionElsewhereFindsTheHub(network, stack, others);
        }
    }

    private static void aTelevisionElsewhereFindsTheHub(HomeNetwork network, Stack stack, Browsers others) {
        try (var box = VisitingBox.start(network.onAVisitor(), Stack.home(STORY).resolve("visiting-box"), stack)) {
            var tv = new Television(others.terminal("tv-2", 1280, 720));
            others.tell(STORY, () -> {
                Patience.until("the other television's page answers", () -> opens(tv, box.page()));
                tv.goHome();
                tv.terminal().awaitVisible("[data-link='up']");
            });
            others.screenshots(STORY, "2-elsewhere");
        }
    }

    /** The page is served a moment after the token is there. */
    private static boolean opens(Television tv, String address) {
        try {
            tv.terminal().open(address);
            return true;
        } catch (PlaywrightException notYet) {
            return false;
        }
    }

    private static void meet(Stack stack, Television tv, FamilyPhone phone, DoctorDesk desk) {
        tv.terminal().open(stack.url("tv-1"));
        phone.signIn(stack.lan() + "/family/", "family-1", stack.password());
        desk.signIn(stack.lan() + "/doctor/", "doctor-1", stack.password());
        tv.goHome();
        tv.consultWith(desk);
        phone.join();

        var seats = new LinkedHashMap<Terminal, SeatCode>();
        seats.put(tv.terminal(), Cast.PATIENT);
        seats.put(phone.terminal(), Cast.CHILD);
        seats.put(desk.terminal(), Cast.FIRST);
        var call = new InTheCall(seats);
        call.everyoneSeesEveryone();
        call.everyPictureMoves();
    }

    /** Chromium has no store of authorities without further programs; that ours is enough was seen by the JDK above. */
    private static String keyOfTheCertificate(Stack stack) {
        try (var file = Files.newInputStream(stack.data().resolve("secrets/lan.pem"))) {
            var key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(file)
                    .getPublicKey();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("the certificate cannot be read", broken);
        }
    }
}
