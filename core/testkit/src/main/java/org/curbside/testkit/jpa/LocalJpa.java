package org.curbside.testkit.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.h2.jdbcx.JdbcDataSource;

/** A persistence unit on a database in memory, made by the slices' own scripts. */
public final class LocalJpa implements JpaTemplate {

    private final JdbcDataSource database = new JdbcDataSource();
    private final EntityManagerFactory factory;

    /**
     * Opens a fresh database.
     *
     * @param unit the persistence unit
     * @param scripts on the class path, run in this order
     */
    public LocalJpa(String unit, String... scripts) {
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        for (String script : scripts) {
            run(script);
        }
        factory = Persistence.createEntityManagerFactory(
                unit, Map.of("javax.persistence.nonJtaDataSource", database, "eclipselink.weaving", "false"));
    }

    /** The database beneath. */
    public DataSource database() {
        return database;
    }

    private void run(String script) {
        try (Connection connection = database.getConnection();
                InputStream text = LocalJpa.class.getResourceAsStream(script)) {
            if (text == null) {
                throw new IllegalArgumentException("There is no script " + script + " on the class path.");
            }
            connection.createStatement().execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalArgumentException("Script " + script + " failed.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> code) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            R result = code.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    @Override
    public <R> R txExpr(EmFunction<R> code) {
        return txExpr(TransactionType.Required, code);
    }

    @Override
    public void tx(TransactionType type, EmConsumer code) {
        txExpr(type, em -> {
            code.accept(em);
            return true;
        });
    }

    @Override
    public void tx(EmConsumer code) {
        tx(TransactionType.Required, code);
    }
}
