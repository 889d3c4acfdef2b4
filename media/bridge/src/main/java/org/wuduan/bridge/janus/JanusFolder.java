package org.wuduan.bridge.janus;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration folder of one Janus process (1.1.2 and later): VideoRoom over a loopback WebSocket and nothing else.
 *
 * <p>A taken port makes Janus only warn, and its client would talk to whoever has the port. So each writing makes new
 * secrets, which a Janus left over from before does not know.
 *
 * @param folder where to write; made if missing, readable by its owner alone
 * @param name how this Janus calls itself in its answers
 * @param port loopback port of its WebSocket
 * @param rtpPorts UDP ports for media
 * @param address the one address that it gathers ICE candidates on, see {@link Loopback}
 */
public record JanusFolder(Path folder, String name, int port, RtpPorts rtpPorts, String address) {
    /**
     * How long Janus keeps a session that says nothing, and one whose WebSocket is gone, in seconds. Longer than a
     * restart of the hub (5–13 s on a loaded machine). Both are needed: the first ends a silent session whatever the
     * second says.
     */
    public static final int SESSION_KEPT_SECONDS = 120;

    private static final int SECRET_BYTES = 24;
    private static final String VIDEOROOM = "libjanus_videoroom.so";
    private static final String WEBSOCKETS = "libjanus_websockets.so";
    private static final List<Path> LIBRARY_ROOTS = List.of(Path.of("/usr/lib"), Path.of("/opt/janus/lib"));
    private static final SecureRandom RANDOM = new SecureRandom();

    public JanusFolder {
        folder = folder.toAbsolutePath().normalize();
        if (!(folder + name + address).chars().allMatch(c -> c != '"' && c != '\\' && c >= ' ')) {
            throw new IllegalArgumentException("quotes, backslashes and control characters can't be configured");
        }
        if (port < 1024 || port > 65_535) {
            throw new IllegalArgumentException("no port for a WebSocket: " + port);
        }
    }

    /** The command that runs Janus in the foreground with this folder; SIGTERM ends it cleanly. */
    public List<String> command() {
        return List.of("janus", "-F", folder.toString(), "-o");
    }

    /**
     * Writes the folder anew, with new secrets.
     *
     * @return what the adapter needs to reach the Janus that is started with it
     * @throws IOException when the folder can't be written, or no Janus is installed (the message is one sentence)
     */
    public JanusEndpoint write() throws IOException {
        return write(secret(), secret());
    }

    /** As {@link #write()}, with secrets that the caller keeps: a Janus that runs already goes on with them. */
    public JanusEndpoint write(String apiSecret, String adminKey) throws IOException {
        Path libraries = libraries();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        put("janus.jcfg", general(libraries, apiSecret) + media() + modules(libraries));
        put("janus.plugin.videoroom.jcfg", videoRoom(adminKey));
        put("janus.transport.websockets.jcfg", webSocket());
        return new JanusEndpoint(URI.create("ws://127.0.0.1:" + port), apiSecret, adminKey);
    }

    private String general(Path libraries, String apiSecret) {
        return """
                general: {
                	configs_folder = "%1$s"
                	plugins_folder = "%2$s/plugins"
                	transports_folder = "%2$s/transports"
                	events_folder = "%2$s/events"
                	loggers_folder = "%2$s/loggers"
                	server_name = "%3$s"
                	debug_level = 3
                	debug_timestamps = true
                	debug_colors = false
                	api_secret = "%4$s"
                	token_auth = false
                	session_timeout = %5$d
                	reclaim_session_timeout = %5$d
                	candidates_timeout = 20
                	hide_dependencies = true
                	protected_folders = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys", "/usr"]
                }
                """.formatted(folder, libraries, name, apiSecret, SESSION_KEPT_SECONDS);
    }

    private String media() {
        return """
                media: {
                	rtp_port_range = "%d-%d"
                	no_media_timer = 2
                	slowlink_threshold = 4
                	twcc_period = 100
                }
                nat: {
                	ice_enforce_list = "%s"
                	ice_lite = true
                	full_trickle = false
                	ignore_mdns = true
                }
                """.formatted(rtpPorts.first(), rtpPorts.last(), address);
    }

    private static String modules(Path libraries) throws IOException {
        return """
                plugins: { disable = "%s" }
                transports: { disable = "%s" }
                loggers: { disable = "%s" }
                events: { broadcast = false }
                """.formatted(
                        allBut(VIDEOROOM, libraries.resolve("plugins")),
                        allBut(WEBSOCKETS, libraries.resolve("transports")),
                        allBut("", libraries.resolve("loggers")));
    }

    private static String videoRoom(String adminKey) {
        return """
                general: {
                	admin_key = "%s"
                	lock_rtp_forward = true
                	events = false
                	string_ids = true
                }
                """.formatted(adminKey);
    }

    private String webSocket() {
        return """
                general: {
                	json = "compact"
                	ws = true
                	ws_port = %d
                	ws_ip = "127.0.0.1"
                	wss = false
                	events = false
                }
                admin: { admin_ws = false }
                """.formatted(port);
    }

    private void put(String file, String text) throws IOException {
        Path target = folder.resolve(file);
        Files.deleteIfExists(target);
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(target, text, StandardCharsets.UTF_8);
    }

    /** Debian keeps Janus under /usr/lib/TRIPLET/janus, its own installer under /opt/janus/lib/janus. */
    private static Path libraries() throws IOException {
        for (Path root : LIBRARY_ROOTS) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            // One level only: deeper folders of other programs may be closed to an ordinary user.
            try (Stream<Path> triplets = Files.list(root)) {
                var found = Stream.concat(Stream.of(root), triplets)
                        .map(folder -> folder.resolve("janus"))
                        .filter(folder -> Files.exists(folder.resolve("plugins").resolve(VIDEOROOM)))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IOException("Janus is not installed: apt-get install --no-install-recommends janus");
    }

    /** Names are taken from what lies there, so that a newer Janus with more plugins runs no more than this one. */
    private static String allBut(String kept, Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return "";
        }
        try (Stream<Path> found = Files.list(directory)) {
            return String.join(
                    ",",
                    found.map(path -> path.getFileName().toString())
                            .filter(file -> file.endsWith(".so") && !file.equals(kept))
                            .sorted()
                            .toList());
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
