package org.wuduan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubDatabase;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.live.ViewSource;

/** Every endpoint, message and stream × every kind of actor × own and foreign objects. */
@Tag("thorough")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessMatrixTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        HubDatabase.give(registry);
    }

    @Test
    void everybody_may_do_what_the_table_says_and_nothing_else(
            @LocalServerPort int port,
            @Autowired Accounts accounts,
            @Autowired Consortium consortium,
            @Autowired Registry registry,
            @Autowired JdbcClient jdbc,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            @Autowired List<ViewSource> streams) {
        var scene = new Scene(new Scene.Books(accounts, consortium, registry, jdbc), port);
        var walk = new AccessWalk(scene, port);

        assertThat(walk.unlistedEndpoints(mapping)).isEmpty();
        assertThat(walk.unlistedMessages()).isEmpty();
        assertThat(walk.unlistedStreams(streams)).isEmpty();
        assertThat(walk.walk()).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'denial'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
