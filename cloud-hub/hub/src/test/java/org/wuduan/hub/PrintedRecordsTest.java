package org.wuduan.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every record of the hub, of the wire and of the port to the bridge, printed. A log or an exception prints records by mistake sooner or later:
 * then ids may stand there, and no name, text or secret.
 */
class PrintedRecordsTest {
    private static final String PLANTED = "PLANTED";
    private static final String HARMLESS = "harmless";

    /** Texts that tell nothing of a person: kinds, codes, units, versions, names of streams, of actions and of devices. */
    private static final List<String> HARMLESS_TEXTS = List.of(
            "Beat.heads",
            "BoxState.familyPage",
            "Bridge.name",
            "Consent.textVersion",
            "Cancelled.source",
            "Census.callsByBridge",
            "ConsentText.paragraphs",
            "ConsentText.title",
            "ConsentText.version",
            "Detail.institution",
            "Device.address",
            "Device.model",
            "Due.clientName",
            "Entry.action",
            "Entry.fingerprint",
            "Finding.name",
            "Form.file",
            "GiveConsent.textVersion",
            "Janus.name",
            "JournalEvent.type",
            "LanEntry.authority",
            "LanEntry.names",
            "LanSettings.address",
            "LanSettings.certificate",
            "LanSettings.key",
            "LanSettings.names",
            "Line.action",
            "LiveCall.bridge",
            "Measure.unit",
            "NodeId.value",
            "OperationsPart.institution",
            "OperationsPart.name",
            "PartKey.name",
            "Place.kind",
            "Problem.detail",
            "Problem.field",
            "Problem.missing",
            "Problem.rule",
            "Problem.source",
            "Problem.state",
            "Problem.title",
            "Problem.type",
            "Process.name",
            "Process.state",
            "Quantity.unit",
            "Reading.bytes",
            "Roster.zone",
            "Refusal.missing",
            "Rule.id",
            "Rule.source",
            "Running.bridge",
            "StreamName.kind",
            "Title.en",
            "Title.zh",
            "Trace.action",
            "TrailEntry.action",
            "TrailEntry.kind",
            "Upload.contentType",
            "UserOfDevice.address",
            "Value.loinc",
            "Watched.clientName",
            "WearableLink.address",
            "WearableLink.model");

    /** Of messages on /live: the id that the client chose, the name of the stream, the number of a line of SDP. */
    private static final Set<String> HARMLESS_IN_MESSAGES = Set.of("id", "ref", "stream", "mid");

    @Test
    void no_printed_record_holds_a_text_that_is_not_known_to_be_harmless() throws Exception {
        var printed = new ArrayList<String>();
        for (var type : records()) {
            var text = String.valueOf(sample(type));
            if (text.contains(PLANTED)) {
                printed.add(type.getName() + ": " + text);
            }
        }

        assertThat(records()).hasSizeGreaterThan(100);
        assertThat(printed).isEmpty();
    }

    @Test
    void every_text_that_is_said_to_be_harmless_exists() {
        var texts = records().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName())
                .toList();

        assertThat(texts).containsAll(HARMLESS_TEXTS);
    }

    private static List<? extends Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.wuduan.hub", "org.wuduan.contract", "org.wuduan.bridge")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.getPackageName().startsWith("org.wuduan.bridge."))
                        .map(JavaClass::reflect)
                        .toList();
    }

    /** A record whose every text, however deep, is the planted one. */
    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var arguments = new @Nullable Object[components.length];
        for (int index = 0; index < components.length; index++) {
            arguments[index] = sample(components[index].getGenericType(), text(components[index]));
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static String text(RecordComponent component) {
        boolean harmless = HARMLESS_IN_MESSAGES.contains(component.getName())
                || HARMLESS_TEXTS.contains(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
        return harmless ? HARMLESS : PLANTED;
    }

    private static @Nullable Object sample(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType several) {
            return container(several, text);
        }
        if (type instanceof WildcardType some) {
            return sample(some.getUpperBounds()[0], text);
        }
        return type instanceof Class<?> one ? sample(one, text) : HARMLESS;
    }

    private static @Nullable Object container(ParameterizedType type, String text) throws ReflectiveOperationException {
        var raw = (Class<?>) type.getRawType();
        var of = type.getActualTypeArguments();
        if (raw == Map.class) {
            return Map.of(some(of[0], text), some(of[1], text));
        }
        if (raw == Optional.class) {
            return Optional.of(some(of[0], text));
        }
        if (raw == Set.class) {
            return Set.of(some(of[0], text));
        }
        return raw == List.class ? List.of(some(of[0], text)) : sample(raw, text);
    }

    private static Object some(Type type, String text) throws ReflectiveOperationException {
        return java.util.Objects.requireNonNull(sample(type, text));
    }

    private static @Nullable Object sample(Class<?> type, String text) throws ReflectiveOperationException {
        if (type == String.class || type == Object.class) {
            return text;
        }
        if (type.isRecord()) {
            return sample(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0], text);
        }
        return type.isInterface() ? standIn(type) : plain(type);
    }

    private static @Nullable Object plain(Class<?> type) {
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(UUID.class, new UUID(1, 1)),
                        Map.entry(Instant.class, Instant.EPOCH),
                        Map.entry(BigDecimal.class, BigDecimal.ONE),
                        Map.entry(URI.class, URI.create("http://127.0.0.1")),
                        Map.entry(int.class, 1),
                        Map.entry(Integer.class, 1),
                        Map.entry(long.class, 1L),
                        Map.entry(Long.class, 1L),
                        Map.entry(boolean.class, true),
                        Map.entry(Boolean.class, true))
                .get(type);
    }

    /** A service of the hub; it prints its name. */
    private static Object standIn(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> switch (method.getName()) {
                    case "toString" -> type.getSimpleName();
                    case "hashCode" -> 1;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
