package org.wuduan.box;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.wuduan.contract.Boxes.ResetBox;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/** {@code POST /box/factory-reset}: the page asks for it only after two questions. */
final class ResetDesk {
    private static final int BODY_BYTES_MAX = 1024;

    private final Vertx vertx;
    private final Residence residence;

    ResetDesk(Vertx vertx, Residence residence) {
        this.vertx = vertx;
        this.residence = residence;
    }

    void serve(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            Problems.METHOD_NOT_ALLOWED.answer(request.response());
            return;
        }
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
        request.endHandler(_ -> reset(request, body));
    }

    private void reset(HttpServerRequest request, Buffer body) {
        ResetBox wish;
        try {
            wish = WireJson.mapper().readValue(body.getBytes(), ResetBox.class);
        } catch (JacksonException notTheForm) {
            Problems.INVALID_FIELD.answer(request.response());
            return;
        }
        vertx.executeBlocking(() -> residence.reset(wish.unsent()), false)
                .onSuccess(done -> {
                    if (done) {
                        request.response().setStatusCode(204).end();
                    } else {
                        Problems.WRONG_STATE.answer(request.response());
                    }
                })
                .onFailure(_ -> Problems.INTERNAL.answer(request.response()));
    }
}
