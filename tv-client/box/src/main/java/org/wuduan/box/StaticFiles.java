package org.wuduan.box;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The built television page, from one folder and nothing outside it. */
final class StaticFiles {
    /** No percent signs, no backslashes, no dot files, no way up: our own builds need none. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Vertx vertx;
    private final Path root;
    private final String policy;

    StaticFiles(Vertx vertx, Path root, String authority) {
        this.vertx = vertx;
        this.root = root;
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                + " font-src 'self'; connect-src 'self' ws://" + authority + "; media-src 'self' blob: mediastream:;"
                + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    void serve(HttpServerRequest request, String path) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            Problems.METHOD_NOT_ALLOWED.answer(request.response());
            return;
        }
        vertx.executeBlocking(() -> find(path)).onComplete(found -> {
            if (found.succeeded() && found.result().isPresent()) {
                send(request, path, found.result().get());
            } else {
                Problems.NOT_FOUND.answer(request.response());
            }
        });
    }

    private Optional<Path> find(String path) throws IOException {
        String wanted = path.equals("/") ? "/index.html" : path;
        if (!PATH.matcher(wanted).matches() || !TYPES.containsKey(extension(wanted))) {
            return Optional.empty();
        }
        try {
            Path file = root.resolve(wanted.substring(1));
            boolean ours = Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
            return ours ? Optional.of(file.toRealPath()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void send(HttpServerRequest request, String path, Path file) {
        String extension = extension(file.getFileName().toString());
        boolean hashed = path.startsWith("/assets/");
        var response = request.response()
                .putHeader("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"))
                .putHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-store")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Permissions-Policy", "camera=(self), microphone=(self), autoplay=(self)")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("X-Content-Type-Options", "nosniff");
        response.sendFile(file.toString()).onFailure(_ -> Problems.NOT_FOUND.answer(response));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
