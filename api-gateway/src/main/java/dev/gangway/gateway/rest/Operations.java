package dev.gangway.gateway.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/** The operations that there are, read off the resources' methods. */
@ApplicationScoped
class Operations {

    private final Map<String, RequestMapper<String>> byMethod;

    Operations(BeanManager beans) {
        Map<String, List<RequestPath<String>>> paths = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(resource -> add(paths, resource));
        byMethod = paths.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new RequestMapper<>(new ArrayList<>(entry.getValue()))));
    }

    private static void add(Map<String, List<RequestPath<String>>> paths, Class<?> resource) {
        for (Method operation : resource.getDeclaredMethods()) {
            for (Annotation annotation : operation.getAnnotations()) {
                HttpMethod method = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (method != null) {
                    String template = template(resource, operation);
                    paths.computeIfAbsent(method.value(), key -> new ArrayList<>())
                            .add(new RequestPath<>(false, new URITemplate(template, false), template));
                }
            }
        }
    }

    private static String template(Class<?> resource, Method operation) {
        Path rest = operation.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (rest == null ? "" : "/" + rest.value());
    }

    /** The methods that the resource at {@code path} takes, such as GET, HEAD and OPTIONS; none when there is no resource. */
    Set<String> allowed(String path) {
        Set<String> methods = new TreeSet<>();
        byMethod.forEach((method, templates) -> {
            if (templates.map(path) != null) {
                methods.add(method);
            }
        });
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
