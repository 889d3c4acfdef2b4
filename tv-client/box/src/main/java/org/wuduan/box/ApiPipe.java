package org.wuduan.box;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /api/…} of the page, to the hub and back with the box's token; what it says is not read. */
final class ApiPipe {
    /** PROTOCOL.md §2. */
    static final int BODY_BYTES_MAX = 64 * 1024;

    private static final Pattern PATH = Pattern.compile("/api(/[A-Za-z0-9_~-][A-Za-z0-9._~:-]*)+");
    private static final Pattern OWN_BUSINESS = Pattern.compile("/api/(readings|box-tokens|boxes)(/.*)?");
    private static final List<String> TO_HUB =
            List.of("Content-Type", "Idempotency-Key", "Accept", "Accept-Language", "If-None-Match");
    private static final List<String> TO_PAGE =
            List.of("Content-Type", "Content-Length", "Content-Language", "Cache-Control", "ETag", "Retry-After");

    private final HubHttp hub;
    private final HubTokens tokens;
    private final HubLink link;

    ApiPipe(HubHttp hub, HubTokens tokens, HubLink link) {
        this.hub = hub;
        this.tokens = tokens;
        this.link = link;
    }

    void pipe(HttpServerRequest request, String path) {
        if (!PATH.matcher(path).matches()) {
            Problems.NOT_FOUND.answer(request.response());
        } else if (OWN_BUSINESS.matcher(path).matches()) {
            Problems.ACTION_NOT_ALLOWED.answer(request.response());
        } else {
            collect(request);
        }
    }

    /** The body is kept whole, since it may have to be sent twice: a token can end between two requests. */
    private void collect(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > BODY_BYTES_MAX) {
                request.handler(_ -> {}).endHandler(_ -> {});
                request.response().putHeader("Connection", "close");
                Problems.PAYLOAD_TOO_LARGE.answer(request.response());
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> exchange(request, body).onFailure(_ -> {
            if (request.response().headWritten()) {
                request.connection().close();
            }
            Problems.HUB_UNREACHABLE.answer(request.response());
        }));
    }

    private Future<Void> exchange(HttpServerRequest request, Buffer body) {
        return tokens.token()
                .compose(token -> send(request, body, token).compose(answer -> {
                    if (answer.statusCode() != 401) {
                        return bringBack(answer, request);
                    }
                    tokens.refused(token);
                    return answer.body()
                            .compose(_ -> tokens.token())
                            .compose(fresh -> send(request, body, fresh))
                            .compose(second -> bringBack(second, request));
                }));
    }

    private Future<HttpClientResponse> send(HttpServerRequest request, Buffer body, String token) {
        var options = hub.request(request.method(), request.uri()).putHeader("Authorization", "Bearer " + token);
        for (String name : TO_HUB) {
            String value = request.getHeader(name);
            if (value != null) {
                options.putHeader(name, value);
            }
        }
        return hub.client()
                .request(options)
                .compose(out -> body.length() == 0 ? out.send() : out.send(body))
                .onSuccess(_ -> link.heard());
    }

    private static Future<Void> bringBack(HttpClientResponse answer, HttpServerRequest request) {
        var response = request.response().setStatusCode(answer.statusCode());
        for (String name : TO_PAGE) {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        if (answer.getHeader("Content-Length") == null) {
            response.setChunked(true);
        }
        return answer.pipeTo(response);
    }
}
