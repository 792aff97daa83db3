package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    @Test
    void a_body_is_read_to_its_end_and_dropped() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[3 << 20]);
        assertThat(Leftovers.drop(body)).isTrue();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void a_body_without_end_is_given_up() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return length;
            }
        };
        assertThat(Leftovers.drop(endless)).isFalse();
    }
}
