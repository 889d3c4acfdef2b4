package org.wuduan.hub.simulation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * One life of the hub's process. The beans of call and consultation exist as long as it: a crash forgets them, as it
 * forgets memory, and the next life makes them anew from what the database and the bridges know.
 * {@link org.wuduan.hub.identity.Access} keeps the sources of relationships of the first life: they remember nothing.
 */
final class HubLife implements Scope, BeanFactoryPostProcessor {
    static final String NAME = "hub-life";

    private final Map<String, Object> beans = new HashMap<>();

    /** Also keeps the real scheduler from running anything: here time passes only when a schedule says so. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        factory.registerScope(NAME, this);
        ((BeanDefinitionRegistry) factory)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        for (var name : factory.getBeanDefinitionNames()) {
            var definition = factory.getBeanDefinition(name);
            if (endsWithTheHub(definition.getBeanClassName())) {
                definition.setScope(NAME);
            }
        }
    }

    private static boolean endsWithTheHub(@Nullable String className) {
        return className != null
                && (className.startsWith("org.wuduan.hub.call.")
                        || className.startsWith("org.wuduan.hub.consultation."))
                && !className.contains("JanusBridges");
    }

    /** The process is gone with its memory. */
    void end() {
        beans.clear();
    }

    @Override
    public Object get(String name, ObjectFactory<?> factory) {
        var present = beans.get(name);
        if (present != null) {
            return present;
        }
        var made = factory.getObject();
        beans.put(name, made);
        return made;
    }

    @Override
    public @Nullable Object remove(String name) {
        return beans.remove(name);
    }

    /** Beans of a crashed process are not destroyed in order: nothing is called back. */
    @Override
    public void registerDestructionCallback(String name, Runnable callback) {}

    @Override
    public @Nullable Object resolveContextualObject(String key) {
        return null;
    }

    @Override
    public @Nullable String getConversationId() {
        return null;
    }
}
