package org.curbside.content.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.h2.jdbcx.JdbcDataSource;

/** The persistence unit {@code content} on a database in memory, made by the slice's own scripts. */
final class LocalJpa implements JpaTemplate {

    private final EntityManagerFactory factory;

    LocalJpa() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (var connection = database.getConnection();
                var script = Objects.requireNonNull(getClass().getResourceAsStream("/db/content/V1__questions.sql"))) {
            connection.createStatement().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        factory = Persistence.createEntityManagerFactory(
                "content", Map.of("javax.persistence.nonJtaDataSource", database, "eclipselink.weaving", "false"));
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
