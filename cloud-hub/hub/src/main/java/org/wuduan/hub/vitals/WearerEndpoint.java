package org.wuduan.hub.vitals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Bindings;
import org.wuduan.hub.identity.HttpCommands;
import org.wuduan.hub.shared.RequestBody;

/** Where the television says who was measured. */
@RestController
class WearerEndpoint {
    private final HttpCommands commands;
    private final Unclaimed unclaimed;

    WearerEndpoint(HttpCommands commands, Unclaimed unclaimed) {
        this.commands = commands;
        this.unclaimed = unclaimed;
    }

    @PostMapping("/api/readings/{id}/wearer")
    ResponseEntity<String> name(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var form = new HttpCommands.Form<>("bindings", Bindings.NameWearer.class, RequestBody.COMMAND_BYTES_MAX);
        return commands.run(request, form, 204, (actor, wish) -> unclaimed.name(actor, id, wish));
    }
}
