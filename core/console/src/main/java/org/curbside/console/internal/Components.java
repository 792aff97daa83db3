package org.curbside.console.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Finds components that lack a service or failed when they were made. */
record Components(ServiceComponentRuntime runtime) {

    Stream<Complaint> complaints() {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(runtime::isComponentEnabled)
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream()
                        .flatMap(configuration -> complaint(component, configuration)));
    }

    private static Stream<Complaint> complaint(
            ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Stream.of(Complaint.wrong(
                    component.name,
                    "It waits for " + lacks(component, configuration) + ".",
                    "Start what offers that; scr:info " + component.name + " says more."));
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> Stream.of(Complaint.wrong(
                    component.name,
                    "It failed when it was made.",
                    "log:display says why; bundle:restart " + component.bundle.id + " tries again."));
            default -> Stream.empty();
        };
    }

    /** By interface, since a reference's own name tells an operator nothing. */
    private static String lacks(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return Stream.of(configuration.unsatisfiedReferences)
                .flatMap(lacking -> Stream.of(component.references)
                        .filter(reference -> reference.name.equals(lacking.name))
                        .map(reference ->
                                reference.interfaceName + (lacking.target == null ? "" : " " + lacking.target)))
                .collect(Collectors.joining(", "));
    }
}
