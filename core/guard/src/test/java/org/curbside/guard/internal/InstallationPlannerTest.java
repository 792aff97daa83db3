package org.curbside.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.AddOns;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Plan;
import org.curbside.api.guard.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationPlannerTest implements Admission, AddOns {

    private static final Offer LIKERT = new Offer("poll.PollType", "likert", OptionalInt.of(2));

    private final List<AddOn> installed = new ArrayList<>();
    private Finding finding = Finding.passed("signature", "All of it is signed.");
    private final InstallationPlanner planner = new InstallationPlanner(this, this);

    @BeforeEach
    void open() {
        planner.addDependents((point, id) ->
                point.equals("poll.PollType") && id.equals("likert") ? Optional.of("12 polls") : Optional.empty());
        planner.addDependents((point, id) -> Optional.empty());
    }

    @Test
    void what_is_new_replaces_nothing_and_can_be_taken_away() {
        Plan plan = planner.plan(Path.of("likert.jar"));

        assertThat(plan.running()).isEmpty();
        assertThat(plan.meanwhile()).isEmpty();
        assertThat(plan.uses()).containsExactly("12 polls");
        assertThat(plan.back())
                .containsExactly("curbside:uninstall partner.poll takes it away again; what was stored with it stays.");
    }

    @Test
    void an_update_says_what_waits_and_how_to_get_back() {
        installed.add(new AddOn(
                "partner.poll",
                "1.0.0",
                Optional.empty(),
                AddOn.State.WORKING,
                List.of(),
                AddOn.Calls.NONE,
                Optional.empty()));

        Plan plan = planner.plan(Path.of("likert.jar"));

        assertThat(plan.running()).contains("1.0.0");
        assertThat(plan.meanwhile()).singleElement().asString().startsWith("Ballots of \"likert\" wait a moment");
        assertThat(plan.back())
                .containsExactly(
                        "curbside:rollback partner.poll brings 1.0.0 back within seconds.",
                        "But it stores answers of \"likert\" in version 2: once there is one, 1.0.0 comes back only if it"
                                + " can read that version.");
    }

    @Test
    void the_same_version_again_has_a_way_back_only_as_another_build() {
        installed.add(new AddOn(
                "partner.poll",
                "2.0.0",
                Optional.empty(),
                AddOn.State.WORKING,
                List.of(),
                AddOn.Calls.NONE,
                Optional.empty()));

        assertThat(planner.plan(Path.of("likert.jar")).back())
                .singleElement()
                .asString()
                .startsWith("It is the version that runs. If this is another build");
    }

    @Test
    void from_what_is_refused_there_is_no_way_back() {
        finding = Finding.refused("signature", "Nobody has signed it.");

        Plan plan = planner.plan(Path.of("likert.jar"));

        assertThat(plan.verdict().admitted()).isFalse();
        assertThat(plan.back()).isEmpty();
    }

    @Override
    public Verdict check(Path jar) {
        return new Verdict(
                "likert.jar",
                "ab12",
                Optional.of("partner.poll"),
                Optional.of("2.0.0"),
                Optional.empty(),
                List.of(LIKERT),
                List.of(finding));
    }

    @Override
    public Verdict checkAgain(Path jar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public List<AddOn> installed() {
        return installed;
    }

    @Override
    public void quarantine(String name, @Nullable String reason, String who) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(String name, String who) {
        throw new UnsupportedOperationException();
    }
}
