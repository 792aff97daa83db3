package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.curbside.api.identity.CaseState;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.NewClaim;
import org.curbside.api.refusal.Refusal;
import org.curbside.identity.internal.Desk;
import org.curbside.identity.internal.Issuer;
import org.curbside.identity.internal.PossessionProofs;
import org.curbside.identity.internal.Recheck;
import org.curbside.identity.internal.Registries;
import org.curbside.identity.internal.Specialties;
import org.curbside.identity.internal.registry.BulkRegistries;
import org.curbside.identity.internal.registry.LicenseRegistries;
import org.curbside.identity.internal.registry.Loader;
import org.curbside.identity.internal.store.Books;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.testkit.Population;
import org.curbside.testkit.Population.Fate;
import org.curbside.testkit.Population.Outcome;
import org.curbside.testkit.Population.Person;
import org.curbside.verification.colorado.ColoradoRegistry;
import org.curbside.verification.connecticut.ConnecticutRegistry;
import org.curbside.verification.delaware.DelawareRegistry;
import org.curbside.verification.florida.FloridaRegistry;
import org.curbside.verification.gmc.GmcRegistry;
import org.curbside.verification.illinois.IllinoisRegistry;
import org.curbside.verification.leie.ExclusionRegistry;
import org.curbside.verification.new_.york.opmc.ConductRegistry;
import org.curbside.verification.nppes.NppesRegistry;
import org.curbside.verification.rpps.RppsRegistry;
import org.curbside.verification.texas.TexasRegistry;
import org.curbside.verification.washington.WashingtonRegistry;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.Test;

/** The licence desk with every registry there is, and a whole population's claims: each ends as it has to. */
public class PopulationTest {

    private static final List<String> SCRIPTS = List.of(
            "V1__desk.sql",
            "V2__issuer_keys.sql",
            "V3__registries.sql",
            "V4__proofs.sql",
            "V5__groups.sql",
            "V6__ways.sql",
            "V7__pending.sql",
            "V8__letters.sql",
            "V9__rechecks.sql");

    private static final int PEOPLE = Integer.getInteger("curbside.population", 420);
    private static final List<BulkRegistry> ALL = List.of(
            new NppesRegistry(),
            new FloridaRegistry(),
            new TexasRegistry(),
            new WashingtonRegistry(),
            new ColoradoRegistry(),
            new IllinoisRegistry(),
            new ConnecticutRegistry(),
            new DelawareRegistry(),
            new ConductRegistry(),
            new ExclusionRegistry(),
            new RppsRegistry(),
            new GmcRegistry());

    @Test
    public void everyClaimEndsAsItHasTo() throws Exception {
        Population population = new Population(PEOPLE, 11, LocalDate.now(ZoneOffset.UTC));
        Desk desk = desk(population);

        assertEquals(Map.of(), astray(population, person -> person.outcome(), person -> desk.claim(
                        new NewClaim(person.given(), person.family(), person.npi()))
                .state()));
        assertEquals(Map.of(), astray(population, PopulationTest::inFrance, person -> desk.claim(
                        new NewClaim(person.given(), person.family(), person.rpps(), null, null, "FR"))
                .state()));
        assertEquals(Map.of(), astray(population, PopulationTest::inBritain, person -> desk.claim(
                        new NewClaim(person.given(), person.family(), person.gmc(), null, null, "GB"))
                .state()));
    }

    /** The register knows who is a student, and nothing of what boards elsewhere have done. */
    private static Outcome inFrance(Person person) {
        return person.fate() == Fate.PROBATION ? Outcome.REVIEW : Outcome.CLEAR;
    }

    private static Outcome inBritain(Person person) {
        return switch (person.fate()) {
            case REVOKED, REVOKED_IN_ONE_OF_TWO_ROWS, LAPSED -> Outcome.REFUSED;
            case PROBATION, DISCIPLINED -> Outcome.REVIEW;
            default -> Outcome.CLEAR;
        };
    }

    /** By fate and state, what should have come of a claim and what came. */
    private static Map<String, String> astray(
            Population population, Function<Person, Outcome> due, Function<Person, CaseState> claim) {
        Map<String, String> astray = new TreeMap<>();
        for (int n = 0; n < population.size(); n++) {
            Person person = population.person(n);
            String came = came(person, claim);
            if (!came.startsWith(due.apply(person).name())) {
                astray.put(person.fate() + " " + person.state(), due.apply(person) + " was due, and came " + came);
            }
        }
        return astray;
    }

    private static String came(Person person, Function<Person, CaseState> claim) {
        try {
            return claim.apply(person) == CaseState.LETTER ? "CLEAR" : "REVIEW";
        } catch (Refusal refusal) {
            return "REFUSED: " + refusal.getMessage();
        }
    }

    private static Desk desk(Population population) throws Exception {
        Books books = new Books(database("population"));
        BulkRegistries registries = new BulkRegistries();
        ALL.forEach(registry -> registries.addRegistry(registry, Map.of("curbside.registry.id", id(registry))));
        Loader loader = new Loader(registries, books, () -> {});
        Path folder = Files.createTempDirectory("population");
        for (Population.Written file : population.write(folder)) {
            LoadReport report = loader.load(file.registry(), file.path(), told -> {});
            assertTrue(file + " " + report, report.stored() > 0);
        }
        Specialties specialties = new Specialties();
        specialties.addCatalogue(List::of, Map.of());
        Registries all = new Registries(books, registries, new LicenseRegistries());
        Issuer issuer = new Issuer(books, specialties, settings());
        return new Desk(books, all, new Recheck(books, all, issuer), issuer, specialties, new PossessionProofs());
    }

    /** With a smallest group of one. */
    private static Issuer.Settings settings() {
        return (Issuer.Settings) Proxy.newProxyInstance(
                Issuer.class.getClassLoader(), new Class<?>[] {Issuer.Settings.class}, (settings, name, none) -> 1);
    }

    private static String id(BulkRegistry registry) {
        return registry.getClass().getAnnotation(RegistryId.class).id();
    }

    static DataSource database(String name) throws SQLException, IOException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : SCRIPTS) {
                try (InputStream in =
                        Objects.requireNonNull(Desk.class.getResourceAsStream("/db/identity/" + script))) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return database;
    }
}
