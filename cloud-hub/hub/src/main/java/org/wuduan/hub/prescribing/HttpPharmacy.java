package org.wuduan.hub.prescribing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Money;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;

/** A pharmacy by HTTP (docs/prescribing.md, "The pharmacy's interface"). Without an address there is none to be reached. */
@Component
class HttpPharmacy implements Pharmacy {
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int WITHDRAWN = 204;
    private static final int UNKNOWN = 404;
    private static final int REFUSED = 409;
    private static final int LACKING = 422;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final PharmacyAddress address;

    HttpPharmacy(PharmacyAddress address) {
        this.address = address;
    }

    /** Where the pharmacy is; the simulator of a demonstration says it when it has opened its door. */
    @Component
    static class PharmacyAddress {
        private volatile String url;

        PharmacyAddress(@Value("${hub.pharmacy.url:}") String url) {
            this.url = url;
        }

        void is(String now) {
            url = now;
        }

        String url() {
            return url;
        }
    }

    /** Body of PUT /orders/{id}. */
    record OrderBody(UUID prescription, String signed, String validUntil, List<ItemBody> items) {
        OrderBody {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "OrderBody[" + prescription + " ‹redacted›]";
        }
    }

    /** @param pieces decimal */
    record ItemBody(String drug, String pieces) {
        @Override
        public String toString() {
            return "ItemBody[‹redacted›]";
        }
    }

    /** Every answer. */
    record OrderAnswer(
            @Nullable Money price,
            @Nullable PharmacyRefusal refusal,
            @Nullable PharmacyState state) {}

    @Override
    public Answer place(Wish wish) throws Away {
        var body = new OrderBody(
                wish.prescription(),
                wish.signed(),
                wish.validUntil().toString(),
                wish.items().stream()
                        .map(item -> new ItemBody(item.drug(), item.pieces().toPlainString()))
                        .toList());
        var answer = send(request("/orders/" + wish.order())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(WireJson.mapper().writeValueAsString(body))));
        return switch (answer.statusCode()) {
            case OK, CREATED -> new Taken(price(answer));
            case LACKING -> new OutOfStock();
            case REFUSED -> new Declined(refusal(answer));
            default -> throw new Away("status " + answer.statusCode());
        };
    }

    @Override
    public Withdrawal withdraw(UUID order) throws Away {
        var answer = send(request("/orders/" + order).DELETE());
        return switch (answer.statusCode()) {
            case WITHDRAWN -> new Withdrawn();
            case UNKNOWN -> neverTaken(answer);
            case REFUSED -> new TooLate(isDelivered(answer));
            default -> throw new Away("status " + answer.statusCode());
        };
    }

    /** What the pharmacy does not know it does not deliver; but a page of somebody else on the way says nothing about it. */
    private static Withdrawal neverTaken(HttpResponse<String> answer) throws Away {
        read(answer);
        return new Withdrawn();
    }

    /** A no is a no whatever else stands in it: people have to call, and not to wait for a better answer. */
    private static boolean isDelivered(HttpResponse<String> answer) {
        try {
            return read(answer).state() == PharmacyState.DELIVERED;
        } catch (Away notSaid) {
            return false;
        }
    }

    @Override
    public PharmacyState stateOf(UUID order) throws Away {
        var answer = send(request("/orders/" + order).GET());
        var state = answer.statusCode() == OK ? read(answer).state() : null;
        if (state == null) {
            throw new Away("status " + answer.statusCode());
        }
        return switch (state) {
            case PREPARING, SHIPPED, DELIVERED -> state;
            case PLACING, OUT_OF_STOCK, REFUSED, UNREACHABLE, WITHDRAWING, WITHDRAWN, TOO_LATE ->
                throw new Away("a state that is the hub's own");
        };
    }

    private HttpRequest.Builder request(String path) throws Away {
        if (address.url().isBlank()) {
            throw new Away("no pharmacy is set up");
        }
        return HttpRequest.newBuilder(URI.create(address.url() + path)).timeout(ANSWER_WITHIN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Away {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException notReached) {
            throw new Away(notReached);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Away(stopping);
        }
    }

    private static Money price(HttpResponse<String> answer) throws Away {
        var price = read(answer).price();
        if (price == null) {
            throw new Away("no price");
        }
        return price;
    }

    private static PharmacyRefusal refusal(HttpResponse<String> answer) throws Away {
        var why = read(answer).refusal();
        return why == null ? PharmacyRefusal.OTHER : why;
    }

    private static OrderAnswer read(HttpResponse<String> answer) throws Away {
        try {
            return WireJson.mapper().readValue(answer.body(), OrderAnswer.class);
        } catch (JacksonException notUnderstood) {
            throw new Away(notUnderstood);
        }
    }
}
