package org.wuduan.box;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Language;

/** {@code GET /box/speech}: what was spoken before is sent at once, the rest is spoken one text at a time. */
final class SpeechDesk implements AutoCloseable {
    /** Texts that may wait while one is being spoken. */
    static final int WAITING_MAX = 8;

    private final Vertx vertx;
    private final Speech speech;
    private final EventLog log;
    private final ExecutorService speaker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofVirtual().name("speech").factory());

    SpeechDesk(Vertx vertx, Speech speech, EventLog log) {
        this.vertx = vertx;
        this.speech = speech;
        this.log = log;
    }

    void serve(HttpServerRequest request) {
        Optional<Language> language = language(request.getParam("language"));
        String text = text(request.getParam("text"));
        if (language.isEmpty() || text.isEmpty() || text.codePointCount(0, text.length()) > Speech.TEXT_LENGTH_MAX) {
            Problems.INVALID_FIELD.answer(request.response());
            return;
        }
        Language spoken = language.get();
        vertx.executeBlocking(() -> speech.kept(spoken, text))
                .compose(kept -> kept.map(Future::succeededFuture).orElseGet(() -> queue(spoken, text)))
                .onSuccess(file -> send(request, file))
                .onFailure(fault -> refuse(request, fault));
    }

    private static String text(@Nullable String shown) {
        return shown == null ? "" : shown.strip();
    }

    private static Optional<Language> language(@Nullable String tag) {
        return switch (tag) {
            case "zh-CN" -> Optional.of(Language.ZH_CN);
            case "en" -> Optional.of(Language.EN);
            case null, default -> Optional.empty();
        };
    }

    private Future<Path> queue(Language language, String text) {
        Promise<Path> spoken = Promise.promise();
        try {
            speaker.execute(() -> {
                try {
                    spoken.complete(speech.speak(language, text));
                } catch (IOException e) {
                    spoken.fail(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    spoken.fail(e);
                }
            });
        } catch (RejectedExecutionException e) {
            spoken.fail(e);
        }
        return spoken.future();
    }

    private static void send(HttpServerRequest request, Path file) {
        var response = request.response();
        response.putHeader("Content-Type", "audio/wav")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .sendFile(file.toString())
                .onFailure(_ -> Problems.SPEECH_UNAVAILABLE.answer(response));
    }

    private void refuse(HttpServerRequest request, Throwable fault) {
        if (fault instanceof RejectedExecutionException) {
            Problems.SPEECH_BUSY.answer(request.response());
            return;
        }
        log.event("speech.failed", "fault", EventLog.kind(fault));
        Problems.SPEECH_UNAVAILABLE.answer(request.response());
    }

    @Override
    public void close() {
        speaker.shutdownNow();
    }
}
