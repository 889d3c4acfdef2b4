package org.wuduan.hub.signing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wuduan.signed.Ed25519Check;
import org.wuduan.signed.SignatureCheck;

/** The algorithms whose signatures this hub can judge; one of a certificate authority's device is one more bean. */
@Configuration(proxyBeanMethods = false)
class SignatureChecks {
    @Bean
    SignatureCheck ed25519() {
        return new Ed25519Check();
    }
}
