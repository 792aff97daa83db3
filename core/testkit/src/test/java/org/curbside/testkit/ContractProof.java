package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A right implementation passes a contract, and each of its promises has been seen to fail on a planted fault. */
abstract class ContractProof {

    private final Class<?> contract;
    private final Class<?> right;
    private final List<Class<?>> faults;

    /** The faults are the classes within a class. */
    ContractProof(Class<?> contract, Class<?> right, Class<?>... faults) {
        this.contract = contract;
        this.right = right;
        this.faults = Stream.of(faults)
                .flatMap(within -> Stream.of(within.getDeclaredClasses()))
                .filter(fault -> fault.isAnnotationPresent(Breaks.class))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .<Class<?>>map(fault -> fault)
                .toList();
    }

    @Test
    void a_right_implementation_keeps_every_promise() {
        assertThat(Trial.broken(contract, right)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_planted_fault_breaks_just_what_it_should() {
        return faults.stream()
                .map(fault -> dynamicTest(fault.getSimpleName(), () -> assertThat(Trial.broken(contract, fault))
                        .containsExactlyInAnyOrder(promises(fault))));
    }

    @Test
    void every_promise_has_been_seen_broken() {
        assertThat(faults.stream().flatMap(fault -> Stream.of(promises(fault))))
                .containsAll(Stream.of(contract.getSuperclass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList());
    }

    private static String[] promises(Class<?> fault) {
        return fault.getAnnotation(Breaks.class).value();
    }
}
