package org.wuduan.hub.ops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.wuduan.hub.shared.Fault;

/** Logs faults of scheduled and asynchronous work; Spring's own handlers would print their messages and arguments. */
@Configuration(proxyBeanMethods = false)
class UnhandledFaults implements AsyncConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(UnhandledFaults.class);

    @Bean
    static SimpleAsyncTaskSchedulerCustomizer scheduledFaults() {
        return scheduler -> scheduler.setErrorHandler(fault -> LOG.error("scheduled.bug", Fault.of(fault)));
    }

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (fault, method, _) -> LOG.error(
                "async.bug in={}.{}", method.getDeclaringClass().getSimpleName(), method.getName(), Fault.of(fault));
    }
}
