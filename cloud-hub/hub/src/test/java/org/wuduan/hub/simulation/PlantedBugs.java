package org.wuduan.hub.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.hub.call.CallChanged;
import org.wuduan.hub.call.PlantedInCall;

/** A profile of the simulation in which one of the hub's mechanisms can be broken at a time. */
@TestConfiguration(proxyBeanMethods = false)
class PlantedBugs {
    /** A mistake that somebody could make in the production code. */
    enum Bug {
        /** A claim does not raise the epoch of its seat. */
        EPOCH_STAYS,
        /** Whoever sat there once is believed to be there still, also by a hub that starts. */
        GHOSTS,
        /** A command that is sent again is done again. */
        COMMANDS_ARE_FORGOTTEN,
        /** Changes of the seats are not announced. */
        SEATS_CHANGE_SILENTLY,
        /** The media of who left, and of a call that is over, goes on. */
        MEDIA_GOES_ON,
        /** A call whose bridge is lost stays there. */
        CALLS_STAY_ON_LOST_BRIDGES
    }

    /** Which bug is in the hub now. */
    static final class Planted {
        @Nullable
        Bug bug;

        boolean is(Bug asked) {
            return bug == asked;
        }
    }

    @Bean
    static Planted planted() {
        return new Planted();
    }

    @Bean
    static BeanPostProcessor planter(
            Planted planted, ObjectProvider<JdbcClient> jdbc, ObjectProvider<TransactionTemplate> transactions) {
        var planter = new Planter(planted, jdbc, transactions);
        Map<String, MethodInterceptor> places = Map.of(
                "SeatBook", planter::inSeatBook,
                "CommandLog", planter::inCommandLog,
                "CallArrangement", planter::inCallArrangement,
                "Calls", planter::inCalls,
                "Placements", planter::inPlacements);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                var place = places.get(AopUtils.getTargetClass(bean).getSimpleName());
                if (place == null) {
                    return bean;
                }
                var proxy = new ProxyFactory(bean);
                proxy.setProxyTargetClass(true);
                proxy.addAdvice(place);
                return proxy.getProxy();
            }
        };
    }

    private record Planter(
            Planted planted, ObjectProvider<JdbcClient> jdbc, ObjectProvider<TransactionTemplate> transactions) {
        @Nullable
        Object inSeatBook(MethodInvocation call) throws Throwable {
            var name = call.getMethod().getName();
            if (planted.is(Bug.EPOCH_STAYS) && name.equals("claim")) {
                return new PlantedInCall(jdbc.getObject()).withoutNewEpoch(call.proceed());
            }
            if (planted.is(Bug.GHOSTS) && name.equals("everybodyIsReconnecting")) {
                return null;
            }
            return planted.is(Bug.GHOSTS) && name.equals("present") ? List.of() : call.proceed();
        }

        private static Object argument(MethodInvocation call, int place) {
            return Objects.requireNonNull(call.getArguments()[place]);
        }

        @Nullable
        Object inCommandLog(MethodInvocation call) throws Throwable {
            return planted.is(Bug.COMMANDS_ARE_FORGOTTEN)
                            && call.getMethod().getName().equals("once")
                    ? transactions.getObject().execute(_ -> ((Supplier<?>) argument(call, 3)).get())
                    : call.proceed();
        }

        @Nullable
        Object inCallArrangement(MethodInvocation call) throws Throwable {
            boolean seatsChanged = call.getArguments().length == 1 && call.getArguments()[0] instanceof CallChanged;
            return planted.is(Bug.SEATS_CHANGE_SILENTLY) && seatsChanged ? null : call.proceed();
        }

        @Nullable
        Object inCalls(MethodInvocation call) throws Throwable {
            return planted.is(Bug.MEDIA_GOES_ON) && call.getMethod().getName().equals("settleMedia")
                    ? null
                    : call.proceed();
        }

        @Nullable
        Object inPlacements(MethodInvocation call) throws Throwable {
            return planted.is(Bug.CALLS_STAY_ON_LOST_BRIDGES)
                            && call.getMethod().getName().equals("move")
                    ? null
                    : call.proceed();
        }
    }
}
