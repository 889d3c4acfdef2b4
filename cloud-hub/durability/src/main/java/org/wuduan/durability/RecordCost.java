package org.wuduan.durability;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.AccessMessages.GiveCode;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.ClinicalRecord.NoteContent;
import org.wuduan.contract.ClinicalRecord.SaveNote;
import org.wuduan.contract.ClinicalRecord.SeenNote;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.contract.DiagnosisImports.DiagnosisImportReport;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.NoteTemplate;
import org.wuduan.contract.Signing.SetUpSigningKey;
import org.wuduan.contract.WireJson;

/**
 * What opening a record, signing a note and finding a diagnosis take, in a running hub whose database holds many patients:
 * each from the question to the whole answer, over the wire. Part of {@code ./bench record}.
 */
public final class RecordCost {
    private static final String DOCTOR = "doctor-1";
    private static final String ADMINISTRATOR = "system-1";
    private static final int PATIENTS_OPENED = 8;
    private static final int ENTRIES = 20;
    private static final int CODES = 40_000;
    private static final int NAME_MIN = 4;
    private static final int NAME_MORE = 9;
    private static final long ANSWER_WITHIN_SECONDS = 30;
    private static final String CHARACTERS = "高低血压糖尿病心肺肝肾胃肠脑骨关节炎症急慢性原发继特出梗死衰竭综合征左右上下肢头痛晕感染肿瘤结石溃疡动静脉硬化";

    private static final String PIN = "270418";

    private final Path data;
    private final HubCaller doctor;

    private RecordCost(Path data, HubCaller doctor) {
        this.data = data;
        this.doctor = doctor;
    }

    /** @param arguments data folder of a running stack, address of its hub, password of its people, patients, notes, questions */
    public static void main(String[] arguments)
            throws SQLException, IOException, InterruptedException, GeneralSecurityException {
        var hub = URI.create(arguments[1]);
        var password = arguments[2];
        var cost = new RecordCost(Path.of(arguments[0]), HubCaller.signIn(hub, DOCTOR, password));
        int questions = Integer.parseInt(arguments[5]);
        var opened = cost.load(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        cost.makeSigningKey();
        cost.write(opened, questions);
        importCodes(HubCaller.signIn(hub, ADMINISTRATOR, password));
        cost.open(opened, questions);
        cost.search(questions);
    }

    /** The key is unlocked for this session, as after a doctor's PIN and code. */
    private void makeSigningKey() throws IOException, InterruptedException, GeneralSecurityException {
        var app = new PhoneApp(doctor.post("/api/me/second-factor", Map.of(), NewSecondFactor.class)
                .secret());
        doctor.post("/api/me/second-factor/confirm", new GiveCode(app.code()));
        doctor.post("/api/signing/key", new SetUpSigningKey(PIN, app.code(), null));
    }

    private List<RecordRows.Opened> load(int patients, int notes) throws IOException, SQLException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("run/hub.properties"))) {
            settings.load(file);
        }
        try (var connection = DriverManager.getConnection(
                settings.getProperty("hub.database.url"),
                settings.getProperty("hub.database.user"),
                settings.getProperty("hub.database.password"))) {
            var rows = new RecordRows(connection);
            rows.many(patients, notes);
            return rows.opened(DOCTOR, PATIENTS_OPENED);
        }
    }

    /**
     * What is opened was written through the hub: locked by its vault, with audit, versions and the doctor's signature.
     *
     * @param signed how many of the signatures are told
     */
    private void write(List<RecordRows.Opened> opened, int signed) throws IOException, InterruptedException {
        var sentence = "头晕三天，晨起明显，无呕吐，家中血压波动。".repeat(12);
        var text =
                new NoteContent("头晕三天", sentence, "高血压十年", "血压 142/86 mmHg", List.of(), "继续现有治疗", sentence, List.of());
        int untold = opened.size() * RecordRows.VISITS - signed;
        for (var one : opened) {
            for (var visit : one.visits()) {
                var note = UUID.randomUUID();
                var path = "/api/consultations/" + visit + "/note/";
                doctor.post(path + "save", new SaveNote(note, 0, NoteTemplate.BLANK, text));
                long begin = System.nanoTime();
                doctor.post(path + "submit", new SeenNote(note, 1));
                if (untold-- <= 0) {
                    told("sign", begin);
                }
            }
            for (int entry = 0; entry < ENTRIES; entry++) {
                var content = new EntryContent("既往 " + entry, null, null, null, null, null, null);
                doctor.post(
                        "/api/patients/" + one.patient() + "/record/entries",
                        new WriteEntry(UUID.randomUUID(), EntryKind.HISTORY, content));
            }
        }
    }

    private static void importCodes(HubCaller admin) throws IOException, InterruptedException {
        var random = new Random(20261129);
        var rows = new StringBuilder("诊断编码,诊断名称\n");
        for (int row = 0; row < CODES; row++) {
            rows.append("%c%02d.%03dx%03d,%s%n"
                    .formatted('A' + row % 26, row / 26 % 100, row / 2600, row % 1000, name(random)));
        }
        var path = "/api/administration/diagnosis-imports";
        var report = WireJson.mapper()
                .readValue(admin.post(path + "/check", "text/csv", rows.toString()), DiagnosisImportReport.class);
        admin.post(path + "?checked=" + report.sha256(), "text/csv", rows.toString());
    }

    private static String name(Random random) {
        int length = NAME_MIN + random.nextInt(NAME_MORE);
        var name = new StringBuilder();
        for (int at = 0; at < length; at++) {
            name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return name.toString();
    }

    private void open(List<RecordRows.Opened> opened, int times) throws InterruptedException {
        var frames = new LinkedBlockingQueue<String>();
        var socket = doctor.http()
                .newWebSocketBuilder()
                .header("Cookie", doctor.cookie())
                .buildAsync(
                        URI.create(doctor.hub().toString().replaceFirst("http", "ws") + "/live"), new Frames(frames))
                .join();
        say(socket, new LiveToHub.Hello("hello", 1));
        await(frames, "\"welcome\"");
        for (int time = 0; time < times; time++) {
            var stream = "record/" + opened.get(time % opened.size()).patient();
            long begin = System.nanoTime();
            say(socket, new LiveToHub.Watch("watch-" + time, stream));
            await(frames, "\"stream\":\"" + stream);
            told("open", begin);
            say(socket, new LiveToHub.Unwatch("unwatch-" + time, stream));
        }
        socket.abort();
    }

    private static void say(WebSocket socket, LiveToHub message) {
        socket.sendText(WireJson.mapper().writerFor(LiveToHub.class).writeValueAsString(message), true)
                .join();
    }

    private static void await(BlockingQueue<String> frames, String part) throws InterruptedException {
        while (true) {
            var frame = frames.poll(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new IllegalStateException("no frame has " + part);
            }
            if (frame.contains(part) && !frame.contains("\"beat\"")) {
                return;
            }
        }
    }

    private void search(int times) throws IOException, InterruptedException {
        var random = new Random(20261130);
        var words = new LinkedHashSet<String>(List.of("gxy", "gaoxueya", "tnb", "高血压", "i10", "x", "xxzz", "guanjie"));
        while (words.size() < times) {
            int length = 1 + random.nextInt(6);
            words.add(random.ints(length, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        for (var one : words) {
            var path = "/api/diagnoses?words=" + URLEncoder.encode(one, StandardCharsets.UTF_8);
            long begin = System.nanoTime();
            doctor.get(path);
            told("search", begin);
        }
    }

    /** One line of JSON for each question. */
    private static void told(String what, long begin) {
        double millis = (System.nanoTime() - begin) / 1e6;
        System.out.println(WireJson.mapper().writeValueAsString(new Told(what, millis)));
    }

    private record Told(String what, double millis) {}

    /** Puts whole frames into a queue. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> frames;
        private final StringBuilder begun = new StringBuilder();

        Frames(BlockingQueue<String> frames) {
            this.frames = frames;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            begun.append(part);
            if (last) {
                frames.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
