package org.wuduan.hub.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the built clients of doctors, family and administration from the folder that npm built them into. */
@Configuration(proxyBeanMethods = false)
class WebFiles implements WebMvcConfigurer {
    private static final Map<String, String> CLIENTS = Map.of(
            "/doctor/",
            "doctor-client/dist",
            "/family/",
            "family-mobile/dist",
            "/admin/",
            "cloud-hub/admin-client/dist");

    /** A page of the administration with an address of its own: people come to it by a link. */
    private static final String ACTIVATION = "/admin/activate";

    private final Path root;

    WebFiles(@Value("${hub.web}") Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CLIENTS.forEach((path, folder) -> registry.addResourceHandler(path + "**")
                .addResourceLocations(root.resolve(folder).toUri().toString().replaceFirst("/?$", "/"))
                .setCacheControl(CacheControl.noCache()));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        CLIENTS.keySet().forEach(path -> {
            registry.addViewController(path).setViewName("forward:" + path + "index.html");
            registry.addRedirectViewController(path.substring(0, path.length() - 1), path);
        });
        registry.addViewController(ACTIVATION).setViewName("forward:/admin/index.html");
    }

    /** The bare address of a terminal leads to its client. */
    @RestController
    static class Front {
        @GetMapping("/")
        ResponseEntity<Void> front(HttpServletRequest request) {
            var name = request.getServerName();
            var client = name.startsWith("family") ? "/family/" : name.startsWith("admin") ? "/admin/" : "/doctor/";
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(client))
                    .build();
        }
    }
}
